import type { JSX } from 'preact';
import { formatDate } from '#platform/french/index.ts';
import { CopyButton } from '#ui/components/copy-button.tsx';
import { ContentCards } from '#ui/components/content-cards.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Section } from '#ui/components/section.tsx';
import { publicationCards } from '../../../cards/publication-cards.ts';
import { shareText } from '../../../domain/channels.ts';
import { isHubsOwn } from '../../../domain/speaker.ts';
import { listPath, officePaths, proposePath, publicationPath } from '../../../paths.ts';
import { newsAround, type NewsAround } from '../../../queries/news-around.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import { CleanText } from '../../blocks/clean-text.tsx';
import { topicNames } from '../../texts.ts';
import { feedLinks } from '../feeds/feed-links.ts';
import { articleData } from '../item/article-data.ts';
import { ContactPanel, picturedContact } from '../item/contact-panel.tsx';
import { ItemBanner, ItemThemes } from '../item/item-parts.tsx';
import { itemSetting, type ItemSetting } from '../item/item-setting.ts';
import type { ItemView } from '../item/show-item.ts';
import { shareImageOf } from '../share-images/share-image-of.ts';
import { announcementOf } from './announcement.ts';
import { newsHref, everything } from './news-query.ts';

/** `/actualites/:slug`: what happened, who says it, whom to ask. */
export const newsView: ItemView<'news'> = async (exchange, deps, news) => {
  const { ctx, hub } = exchange;
  const { fields, slug } = news;
  const [setting, contact, around, announcement] = await Promise.all([
    itemSetting(exchange, deps, news),
    picturedContact(ctx, deps, null),
    newsAround(ctx.db, news),
    announcementOf(ctx, deps, news, hub.origin),
  ]);
  const cards = await publicationCards(ctx, deps, around.related);
  const path = publicationPath('news', slug);
  const own = isHubsOwn(fields);
  return {
    title: fields.title,
    description: fields.brief || fields.line,
    canonical: path,
    section: listPath('news'),
    feeds: feedLinks('news', fields.content.topic),
    image: shareImageOf(news),
    article: { publishedAt: news.publishedAt ?? news.updatedAt, changedAt: news.updatedAt },
    structuredData: [articleData('NewsArticle', news, setting, hub.origin)],
    edit: { href: officePaths.edit(news.id), label: 'Modifier cette actualité', roles: ['employee'] },
    mailable: { kind: 'news', id: news.id },
    content: (
      <>
        <ItemBanner publication={news} setting={setting} />
        <PageHeader
          trail={[{ label: 'Actualités', href: listPath('news') }, { label: fields.title }]}
          label={{ text: own ? 'Actualité du pôle' : announcement.speaker, own }}
          title={fields.title}
          facts={<PublishedOn news={news} zone={ctx.zone} />}
          lead={fields.brief ? <p>{fields.brief}</p> : undefined}
        />
        <Columns
          main={
            <div class="sheet">
              <CleanText html={fields.body} />
              {fields.content.link && <Elsewhere link={fields.content.link} />}
              <ItemThemes publication={news} setting={setting} />
              <Share text={shareText(announcement)} />
            </div>
          }
          side={
            <>
              <NewsSpeaker news={news} setting={setting} />
              <ContactPanel
                title="Une question ?"
                contact={fields.authorName ? null : contact}
                ask={{ from: path, subject: fields.title.slice(0, 100) }}
              >
                {fields.authorName && (
                  <p>
                    Demandez <b>{fields.authorName}</b>.
                  </p>
                )}
              </ContactPanel>
            </>
          }
        />
        <Neighbours around={around} />
        {cards.length > 0 && (
          <Section title="Sur le même sujet" more={{ href: listPath('news'), label: 'Toutes les actualités' }}>
            <ContentCards cards={cards} land={setting.land} />
          </Section>
        )}
      </>
    ),
  };
};

function PublishedOn({ news, zone }: { readonly news: StoredPublication<'news'>; readonly zone: string }): JSX.Element {
  const at = news.publishedAt ?? news.updatedAt;
  const { topic } = news.fields.content;
  const { happenedOn } = news.fields;
  return (
    <>
      <time datetime={at.toString({ smallestUnit: 'second' })}>{formatDate(at, { zone })}</time>
      {' · '}
      <a href={newsHref(everything, { topic })}>{topicNames[topic]}</a>
      {happenedOn && ` · C’est le ${formatDate(Temporal.PlainDate.from(happenedOn), { weekday: true })}`}
    </>
  );
}

/** Whose news it is, told apart from the hub's own by its colour and by the way to its page. */
function NewsSpeaker({
  news,
  setting: { organization, hubName },
}: {
  readonly news: StoredPublication<'news'>;
  readonly setting: ItemSetting;
}): JSX.Element {
  const own = isHubsOwn(news.fields);
  const { speaker } = news.fields.content;
  return (
    <Panel title="Qui le dit" class={own ? 'speaker own' : 'speaker'}>
      <p class="speaker-name">
        {organization ? <a href={organization.path}>{organization.name}</a> : speaker || hubName}
      </p>
      <p class="facts">
        {own ? 'L’équipe du pôle' : organization ? 'Une structure de l’annuaire' : 'Une structure du territoire'}
      </p>
      {!own && (
        <p class="facts">
          Vous aussi, <a href={proposePath('news')}>proposez une actualité</a>.
        </p>
      )}
    </Panel>
  );
}

function Elsewhere({ link }: { readonly link: string }): JSX.Element {
  const host = URL.parse(link)?.hostname.replace(/^www\./, '') ?? link;
  return (
    <p>
      <a class="button ghost" href={link} rel="noopener nofollow ugc">
        <Icon name="external" />
        En lire plus sur {host}
      </a>
    </p>
  );
}

function Share({ text }: { readonly text: string }): JSX.Element {
  return (
    <details class="share">
      <summary>Faire passer</summary>
      <pre class="code-block">{text}</pre>
      <CopyButton text={text} label="Copier ce texte" />
    </details>
  );
}

function Neighbours({ around: { older, newer } }: { readonly around: NewsAround }): JSX.Element | null {
  if (!older && !newer) return null;
  return (
    <nav class="neighbours" aria-label="Autres actualités">
      {older && (
        <a rel="prev" href={publicationPath('news', older.slug)}>
          <Icon name="arrow-left" />
          <span>
            <span class="facts">Avant</span> {older.title}
          </span>
        </a>
      )}
      {newer && (
        <a rel="next" class="next" href={publicationPath('news', newer.slug)}>
          <span>
            <span class="facts">Ensuite</span> {newer.title}
          </span>
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}
