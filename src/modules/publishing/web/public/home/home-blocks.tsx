import type { VNode } from 'preact';
import type { Context } from '#platform/context/context.ts';
import type { HomeBlock } from '#platform/contributions/module.ts';
import { Doors } from '#ui/components/door.tsx';
import { Section } from '#ui/components/section.tsx';
import { listPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { publicationCards } from '../../../cards/publication-cards.ts';
import { publishedList } from '../../../queries/published-list.ts';
import { IntentDoors } from '../../blocks/intent-doors.tsx';
import { shownDoors } from '../../blocks/shown-door.ts';
import { NewsBlock } from './news-block.tsx';
import { ResourceShelf } from './resource-shelf.tsx';
import { StoryPosters } from './story-posters.tsx';
import { usefulResources } from '../resources/resource-cards.ts';

const places = { news: 30, profiles: 40, intents: 50, stories: 70, resources: 85 };

/** What publishing brings to the home: the news, the doors, the stories, the resources. Nothing of what is empty. */
export async function publishingHomeBlocks(ctx: Context, deps: PublishingDependencies): Promise<HomeBlock[]> {
  const cardsOf = async (kind: 'news' | 'story', limit: number) =>
    publicationCards(ctx, deps, await publishedList(ctx.db, kind, {}, { limit }));
  const [{ land }, doors, news, stories, resources] = await Promise.all([
    deps.hubLook(ctx.hubId),
    shownDoors(ctx, deps),
    cardsOf('news', 4),
    cardsOf('story', 3),
    usefulResources(ctx, deps, 6),
  ]);
  const profiles = doors.filter(({ group }) => group === 'profile');
  const intents = doors.filter(({ group }) => group === 'intent');
  const block = (key: keyof typeof places, label: string, isEmpty: boolean, content: VNode): HomeBlock[] =>
    isEmpty ? [] : [{ key: `publishing.${key}`, label, order: places[key], content }];
  return [
    ...block('news', 'Les actualités', news.length === 0, <NewsBlock cards={news} land={land} />),
    ...block(
      'profiles',
      'Les portes « Vous êtes… »',
      profiles.length === 0,
      <Section title="Vous êtes…" id="vous-etes">
        <Doors doors={profiles} />
      </Section>,
    ),
    ...block(
      'intents',
      'Les portes « Je veux… »',
      intents.length === 0,
      <Section title="Je veux…" id="je-veux" more={{ href: listPath('door'), label: 'Toutes les portes' }}>
        <IntentDoors doors={intents} />
      </Section>,
    ),
    ...block('stories', 'Les histoires', stories.length === 0, <StoryPosters cards={stories} land={land} />),
    ...block('resources', 'Les ressources', resources.length === 0, <ResourceShelf cards={resources} />),
  ];
}
