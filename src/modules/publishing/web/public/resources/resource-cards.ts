import type { Context } from '#platform/context/context.ts';
import type { ContentCard } from '#platform/contributions/module.ts';
import { plural } from '#platform/french/index.ts';
import { publicationCards } from '../../../cards/publication-cards.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { monthInWords } from '../../month-in-words.ts';
import { rankedResources, type RankedResource } from '../../../queries/resources/ranked-resources.ts';

type Deps = Pick<PublishingDependencies, 'organizations' | 'kept'>;

/** Cards of resources: who publishes each, when it was last read again, whom it helped. */
export async function resourceCards(
  ctx: Context,
  deps: Deps,
  resources: readonly RankedResource[],
): Promise<ContentCard[]> {
  const cards = await publicationCards(ctx, deps, resources);
  return cards.map((card, place) => {
    const resource = resources[place];
    return resource ? { ...card, facts: [card.facts, stateInWords(resource, ctx)].filter(Boolean).join(' · ') } : card;
  });
}

/** The most useful ones, for the home: read once a day until the site changes. */
export function usefulResources(ctx: Context, deps: Deps, count: number): Promise<ContentCard[]> {
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  return deps.kept.of(ctx.hubId, `publishing.useful.${count}.${today.toString()}`, async () => {
    const best = (await rankedResources(ctx, deps)).filter(({ state }) => state !== 'expired').slice(0, count);
    return resourceCards(ctx, deps, best);
  });
}

function stateInWords({ state, votes, reviewedAt, content }: RankedResource, { zone }: Pick<Context, 'zone'>): string {
  if (state === 'expired') return 'périmée';
  if (content.format === 'book' || content.format === 'tool') return content.shelf;
  if (state === 'due') return 'à revoir';
  if (votes > 0) return plural(votes, 'lecteur aidé', 'lecteurs aidés');
  return `relue en ${monthInWords(reviewedAt, zone)}`;
}
