import { ContentCards } from '#ui/components/content-cards.tsx';
import { Section } from '#ui/components/section.tsx';
import { askPath } from '../../../ask-path.ts';
import { listPath, officePaths, publicationPath } from '../../../paths.ts';
import { ContactBlock } from '../../blocks/contact-block.tsx';
import { PageBlocks } from '../../blocks/page-blocks.tsx';
import { readBlockData } from '../../blocks/read-block-data.ts';
import { itemSetting } from '../item/item-setting.ts';
import type { ItemView } from '../item/show-item.ts';
import { descriptionOf, playersOf, questionsData, trailData } from '../pages/block-page-data.ts';
import { shareImageOf } from '../share-images/share-image-of.ts';
import { DoorHero } from './door-hero.tsx';
import { gatheredForDoor } from './gathered-for-door.ts';

/** The id of a block that is drawn without being kept. */
const contactId = '00000000-0000-7000-8000-000000000001';

/** `/pour/:slug`: what the hub offers to one reader. The employee's blocks first, then what is tagged for her. */
export const doorView: ItemView<'door'> = async (exchange, deps, publication) => {
  const { ctx, hub } = exchange;
  const { fields, id, slug } = publication;
  const { blocks, tag, group, label } = fields.content;
  const path = publicationPath('door', slug);
  // Whoever comes by an intent is nobody in particular for the form.
  const profile = group === 'profile' ? tag : '';
  const contact = { id: contactId, kind: 'contact', title: '', text: '', profile } as const;
  const endsItself = blocks.some(({ kind }) => kind === 'contact');
  const [setting, data, gathered] = await Promise.all([
    itemSetting(exchange, deps, publication),
    readBlockData(ctx, deps, endsItself ? blocks : [...blocks, contact]),
    gatheredForDoor({ ...ctx, actor: null }, deps, { tag, themes: fields.themes, blocks }),
  ]);
  const ask = { profile, from: path, subject: label || fields.title };
  const trail = [
    { label: 'Accueil', href: '/' },
    { label: 'Vous êtes, je veux…', href: listPath('door') },
    { label: label || fields.title },
  ];
  return {
    title: fields.title,
    description: descriptionOf(fields),
    canonical: path,
    image: shareImageOf(publication),
    section: listPath('door'),
    edit: { href: officePaths.edit(id), roles: ['employee'] },
    structuredData: [trailData(trail, hub.origin), ...questionsData(blocks)],
    ...playersOf(blocks),
    content: (
      <>
        <DoorHero
          door={publication}
          picture={setting.picture}
          land={setting.land}
          askHref={askPath(ask)}
          trail={trail}
        />
        <PageBlocks blocks={blocks} data={data} land={setting.land} isTitled />
        {gathered.map(({ title, cards, more }) => (
          <Section title={title} more={more}>
            <ContentCards cards={cards} land={setting.land} two={cards.length === 2} />
          </Section>
        ))}
        {!endsItself && (
          <ContactBlock
            block={{
              ...contact,
              title: 'On en parle ?',
              text: 'Une question, une idée, un doute : écrivez, ou appelez.',
            }}
            data={data}
            from={path}
            subject={ask.subject}
          />
        )}
      </>
    ),
  };
};
