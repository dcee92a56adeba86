import type { JSX } from 'preact';
import type { Exchange, PageView } from '#platform/http/exchange.ts';
import { ContentCards } from '#ui/components/content-cards.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns } from '#ui/components/panel.tsx';
import { Section } from '#ui/components/section.tsx';
import { publicationCards } from '../../../cards/publication-cards.ts';
import type { ContentOf } from '../../../content/publication-fields.ts';
import { listPath, officePaths, publicationPath } from '../../../paths.ts';
import { shareImageOf } from '../share-images/share-image-of.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { allPublished } from '../../../queries/all-published.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import { CleanText } from '../../blocks/clean-text.tsx';
import { articleData } from '../item/article-data.ts';
import { ContactPanel, picturedContact } from '../item/contact-panel.tsx';
import { ItemBanner, ItemThemes, ShareText, Speaker } from '../item/item-parts.tsx';
import { itemSetting } from '../item/item-setting.ts';
import { nearest } from '../item/nearest.ts';

const path = listPath('story');

/** `/histoires/:slug`: what was, what is, in the words and figures of those who did it. */
export async function storyView(
  exchange: Exchange,
  deps: PublishingDependencies,
  story: StoredPublication<'story'>,
): Promise<PageView> {
  const { ctx, hub } = exchange;
  const { fields, slug } = story;
  const { content } = fields;
  const [setting, all, contact] = await Promise.all([
    itemSetting(exchange, deps, story),
    allPublished(ctx, deps, 'story'),
    picturedContact(ctx, deps, 'projet'),
  ]);
  const others = await publicationCards(ctx, deps, nearest(all, { id: story.id, themes: fields.themes }, 3));
  return {
    title: fields.title,
    description: fields.brief || fields.line,
    canonical: publicationPath('story', slug),
    section: path,
    structuredData: [articleData('Article', story, setting, hub.origin)],
    image: shareImageOf(story),
    edit: { href: officePaths.edit(story.id), label: 'Modifier cette histoire', roles: ['employee'] },
    mailable: { kind: 'story', id: story.id },
    content: (
      <>
        <ItemBanner publication={story} setting={setting} />
        <PageHeader
          trail={[{ label: 'Histoires', href: path }, { label: fields.title }]}
          label={{ text: setting.organization?.name ?? setting.hubName, own: !setting.organization }}
          title={fields.title}
          facts={[content.place, content.isFavourite && 'Coup de cœur du pôle'].filter(Boolean).join(' · ')}
          lead={fields.brief ? <p>{fields.brief}</p> : undefined}
        />
        <BeforeAfter content={content} />
        <StoryFigures content={content} />
        <Columns
          main={
            <div class="sheet">
              <StoryQuote content={content} />
              <CleanText html={fields.body} />
              <ItemThemes publication={story} setting={setting} />
              <ShareText publication={story} origin={hub.origin} />
            </div>
          }
          side={
            <>
              <Speaker setting={setting} label="Qui raconte" />
              <ContactPanel
                title="Et vous ?"
                contact={contact}
                ask={{ profile: 'projet', from: publicationPath('story', slug), subject: fields.title.slice(0, 100) }}
                label="Parler de mon projet"
              >
                <p>La même envie, près de chez vous ? On vous met en lien avec celles et ceux qui l’ont fait.</p>
              </ContactPanel>
            </>
          }
        />
        {others.length > 0 && (
          <Section title="D’autres histoires" more={{ href: path, label: 'Toutes les histoires' }}>
            <ContentCards cards={others} land={setting.land} />
          </Section>
        )}
      </>
    ),
  };
}

type StoryProps = { readonly content: ContentOf<'story'> };

function BeforeAfter({ content: { before, after } }: StoryProps): JSX.Element | null {
  if (!before && !after) return null;
  return (
    <div class="before-after">
      {before && (
        <section class="before">
          <h2>Avant</h2>
          <p>{before}</p>
        </section>
      )}
      {before && after && <Icon name="arrow-right" />}
      {after && (
        <section class="after">
          <h2>Après</h2>
          <p>{after}</p>
        </section>
      )}
    </div>
  );
}

function StoryFigures({ content: { figures } }: StoryProps): JSX.Element | null {
  const said = figures.filter(({ value }) => value !== '');
  if (said.length === 0) return null;
  return (
    <dl class="key-figures story-figures">
      {said.map(({ value, label }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function StoryQuote({ content: { quote, quoteBy } }: StoryProps): JSX.Element | null {
  if (!quote) return null;
  return (
    <figure class="story-quote">
      <blockquote>
        <p>{quote}</p>
      </blockquote>
      {quoteBy && <figcaption>{quoteBy}</figcaption>}
    </figure>
  );
}
