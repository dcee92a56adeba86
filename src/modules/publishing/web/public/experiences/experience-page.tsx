import type { JSX } from 'preact';
import type { Exchange, PageView } from '#platform/http/exchange.ts';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Section } from '#ui/components/section.tsx';
import { formatDate } from '#platform/french/index.ts';
import { publicationCards } from '../../../cards/publication-cards.ts';
import { officePaths, publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { allPublished } from '../../../queries/all-published.ts';
import { publishedOf } from '../../../queries/published-list.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import { experiencesPath } from '../../../resource-paths.ts';
import { CleanText } from '../../blocks/clean-text.tsx';
import { articleData } from '../item/article-data.ts';
import { ContactPanel, picturedContact } from '../item/contact-panel.tsx';
import { ItemBanner, ItemThemes, ShareText, Speaker } from '../item/item-parts.tsx';
import { itemSetting } from '../item/item-setting.ts';
import { nearest } from '../item/nearest.ts';
import { shareImageOf } from '../share-images/share-image-of.ts';
import { Experience } from './list-page.tsx';
import { Verdict } from './verdict.tsx';

/** `/experiences/:slug`: the situation, what was done, what is to be kept in mind. */
export async function experienceView(
  exchange: Exchange,
  deps: PublishingDependencies,
  note: StoredPublication<'experience'>,
): Promise<PageView> {
  const { ctx, hub } = exchange;
  const { fields, slug } = note;
  const { verdict, context, tried, learned, resourceId } = fields.content;
  const [setting, all, contact, [resource]] = await Promise.all([
    itemSetting(exchange, deps, note),
    allPublished(ctx, deps, 'experience'),
    picturedContact(ctx, deps, null),
    publishedOf(ctx.db, 'resource', resourceId ? [resourceId] : []),
  ]);
  const others = nearest(all, { id: note.id, themes: fields.themes }, 3);
  const cards = await publicationCards(ctx, deps, others);
  const when = fields.happenedOn ? formatDate(Temporal.PlainDate.from(fields.happenedOn)) : '';
  return {
    title: fields.title,
    description: fields.brief || fields.line || learned.slice(0, 200),
    canonical: publicationPath('experience', slug),
    section: '/ressources',
    structuredData: [articleData('Article', note, setting, hub.origin)],
    image: shareImageOf(note),
    edit: { href: officePaths.edit(note.id), label: 'Modifier ce retour', roles: ['employee'] },
    mailable: { kind: 'experience', id: note.id },
    content: (
      <>
        <ItemBanner publication={note} setting={setting} />
        <PageHeader
          trail={[{ label: 'Retours d’expérience', href: experiencesPath }, { label: fields.title }]}
          title={fields.title}
          facts={[setting.organization?.name, when].filter(Boolean).join(' · ')}
          lead={fields.brief ? <p>{fields.brief}</p> : undefined}
        />
        <Verdict verdict={verdict} />
        <Columns
          main={
            <div class="sheet">
              <Told title="Au départ" text={context} tone="soft" />
              <Told title="Ce qui a été fait" text={tried} tone="sky" />
              <Told title="Ce qu’on en retient" text={learned} tone="lagoon" />
              <CleanText html={fields.body} />
              <ItemThemes publication={note} setting={setting} />
              <ShareText publication={note} origin={hub.origin} />
            </div>
          }
          side={
            <>
              <Speaker setting={setting} label="Qui raconte" />
              {resource && (
                <Panel title="Pour aller plus loin">
                  <p>
                    <a href={publicationPath('resource', resource.slug)}>{resource.title}</a>
                  </p>
                  {resource.line && <p class="facts">{resource.line}</p>}
                </Panel>
              )}
              <ContactPanel
                title="En parler"
                contact={contact}
                ask={{ from: publicationPath('experience', slug), subject: fields.title.slice(0, 100) }}
              >
                <p>
                  Vous voulez essayer aussi ? On vous met en lien{fields.authorName && ` avec ${fields.authorName}`}.
                </p>
              </ContactPanel>
            </>
          }
        />
        {others.length > 0 && (
          <Section title="D’autres ont essayé" more={{ href: experiencesPath, label: 'Tous les retours' }}>
            <div class="experiences">
              {others.map((line, place) => {
                const card = cards[place];
                return card && <Experience line={line} card={card} land={setting.land} level={3} />;
              })}
            </div>
          </Section>
        )}
      </>
    ),
  };
}

function Told({
  title,
  text,
  tone,
}: {
  readonly title: string;
  readonly text: string;
  readonly tone: string;
}): JSX.Element | null {
  if (!text) return null;
  return (
    <section class={`word-block experience-told tone-${tone}`}>
      <h2>{title}</h2>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </section>
  );
}
