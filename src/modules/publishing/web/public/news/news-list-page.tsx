import type { JSX } from 'preact';
import type { ContentCard } from '#platform/contributions/module.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { ContentCards } from '#ui/components/content-cards.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import type { Territory } from '#ui/relief/landscapes.ts';
import { publicationCards } from '../../../cards/publication-cards.ts';
import { listPath, officePaths, proposePath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { newsChoices, newsList } from '../../../queries/news-list.ts';
import { topicNames } from '../../texts.ts';
import { feedLinks } from '../feeds/feed-links.ts';
import { LeadCard } from './lead-card.tsx';
import { NewsFilters } from './news-filters.tsx';
import { everything, newsHref, readNewsQuery, type NewsQuery } from './news-query.ts';

const aPage = 13;

/** `GET /actualites`: what moves, the hub's own and that of others always told apart. */
export async function showNewsList(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const query = readNewsQuery(exchange.url.searchParams);
  const [look, choices, allThemes] = await Promise.all([
    deps.hubLook(exchange.hub.id),
    newsChoices(exchange.ctx),
    deps.themes(exchange.ctx),
  ]);
  const themes = allThemes.filter(({ id }) => choices.themes.includes(id));
  const theme = themes.find(({ id }) => id === query.theme);
  const isUnknownTheme = query.theme !== null && !theme;
  const { lines, count } = isUnknownTheme
    ? { lines: [], count: 0 }
    : await newsList(
        exchange.ctx,
        {
          topic: query.topic ?? undefined,
          own: query.whose === null ? undefined : query.whose === 'pole',
          theme: theme?.id,
          year: query.year ?? undefined,
        },
        { limit: aPage, offset: (query.page - 1) * aPage },
      );
  const pages = Math.max(1, Math.ceil(count / aPage));
  if (query.page > pages) return exchange.redirect(newsHref(query, { page: pages }));
  const cards = await publicationCards(exchange.ctx, deps, lines);
  return exchange.page({
    title: titleOf(query, theme?.label),
    description: `Ce qui bouge dans l’économie sociale et solidaire : les actualités de ${look.name} et des structures du territoire.`,
    canonical: newsHref(query, { page: query.page }),
    indexed: !isUnknownTheme,
    section: listPath('news'),
    feeds: feedLinks('news', query.topic),
    edit: { href: officePaths.listOf('news'), label: 'Gérer les actualités', roles: ['employee'] },
    content: (
      <>
        <PageHeader
          title={titleOf(query, theme?.label)}
          actions={
            <ButtonLink icon="plus" href={proposePath('news')}>
              Proposer une actualité
            </ButtonLink>
          }
        />
        <NewsFilters query={query} choices={choices} themes={themes} />
        {cards.length > 0 ? (
          <News cards={cards} query={query} land={look.land} count={count} />
        ) : (
          <NoNews query={query} land={look.land} />
        )}
        <Pagination
          page={query.page}
          pages={pages}
          hrefOf={(page) => newsHref(query, { page })}
          label="Pages des actualités"
        />
        <p class="facts news-feeds">
          <a href="/flux">Recevoir les actualités dans un lecteur de flux</a>
        </p>
      </>
    ),
  });
}

interface NewsProps {
  readonly cards: readonly ContentCard[];
  readonly query: NewsQuery;
  readonly land: Territory;
  readonly count: number;
}

/** The first one large, the others as cards. */
function News({ cards, query, land, count }: NewsProps): JSX.Element {
  const [first, ...others] = cards;
  const isNarrowed = newsHref(query) !== newsHref(everything);
  const lead = query.page === 1 ? first : undefined;
  return (
    <>
      {isNarrowed && (
        <p class="result-count">
          <b>{plural(count, 'actualité')}</b> · <a href={listPath('news')}>Voir toutes les actualités</a>
        </p>
      )}
      {lead && <LeadCard card={lead} land={land} />}
      <ContentCards cards={lead ? others : cards} land={land} level={2} />
    </>
  );
}

interface NoNewsProps {
  readonly query: NewsQuery;
  readonly land: Territory;
}

function NoNews({ query, land }: NoNewsProps): JSX.Element {
  const isNarrowed = newsHref(query) !== newsHref(everything);
  return (
    <EmptyState
      title={isNarrowed ? 'Rien encore avec ces choix' : 'Rien n’est paru pour l’instant'}
      territory={land}
      actions={
        <>
          <ButtonLink href={proposePath('news')}>Proposer une actualité</ButtonLink>
          {isNarrowed && (
            <ButtonLink kind="ghost" href={listPath('news')}>
              Voir toutes les actualités
            </ButtonLink>
          )}
        </>
      }
    >
      <p>Un chantier qui démarre, une porte ouverte, une bonne nouvelle ? Racontez-la : trois minutes suffisent.</p>
    </EmptyState>
  );
}

function titleOf({ topic, whose, year }: NewsQuery, theme: string | undefined): string {
  const narrowed = [
    topic && topicNames[topic],
    theme,
    whose === 'pole' ? 'du pôle' : whose === 'structures' ? 'des structures' : null,
    year,
  ].filter(Boolean);
  return narrowed.length > 0 ? `Actualités : ${narrowed.join(', ')}` : 'Ça bouge';
}
