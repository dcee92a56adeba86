import type { JSX } from 'preact';
import type { ContentCard } from '#platform/contributions/module.ts';
import { capitalised, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { ContentCards } from '#ui/components/content-cards.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ResultCount } from '#ui/components/filter-bar.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Section } from '#ui/components/section.tsx';
import type { Territory } from '#ui/relief/landscapes.ts';
import { askPath } from '../../../ask-path.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { allPublished } from '../../../queries/all-published.ts';
import { answeringWords, rankedResources, type RankedResource } from '../../../queries/resources/ranked-resources.ts';
import { resourceOffice, resourcesPath } from '../../../resource-paths.ts';
import { feedLinks } from '../feeds/feed-links.ts';
import { pageOf } from '../item/list-address.ts';
import { usedThemes } from '../item/used-themes.ts';
import { NewWatch } from '../watch/new-watch.tsx';
import { readNewWatch } from '../watch/read-new-watch.ts';
import { resourceCards } from './resource-cards.ts';
import { ResourceFilters } from './resource-filters.tsx';
import {
  answersFilters,
  everyResource,
  isNarrowed,
  readResourceQuery,
  resourceHref,
  shelfOf,
  shelves,
  type ResourceQuery,
} from './resource-query.ts';

const onShelf = 6;
const aPage = 18;

/** `GET /ressources`: the library, shelf by shelf, or what answers the choices made. */
export async function showResources(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const query = readResourceQuery(exchange.url.searchParams);
  const [{ land }, all, doors] = await Promise.all([
    deps.hubLook(ctx.hubId),
    rankedResources(ctx, deps),
    allPublished(ctx, deps, 'door'),
  ]);
  const [found, themes, watch] = await Promise.all([
    answeringWords(ctx, all, query.words),
    usedThemes(ctx, deps, all),
    readNewWatch(ctx, deps, 3),
  ]);
  const readers = doors
    .filter(({ content }) => content.group === 'profile')
    .toSorted((a, b) => a.content.position - b.content.position)
    .map(({ content, title }) => ({ tag: content.tag, label: capitalised(content.label || title) }));
  const narrowed = isNarrowed(query);
  return exchange.page({
    title: query.words ? `Ressources : ${query.words}` : 'Ressources',
    description: 'Guides, fiches pas à pas, modèles, bons liens et petite bibliothèque : choisis, datés, relus.',
    canonical: resourceHref(query, { page: query.page }),
    indexed: query.words === '',
    feeds: feedLinks('resource'),
    edit: { href: resourceOffice.list, label: 'Gérer les ressources', roles: ['employee'] },
    content: (
      <>
        <PageHeader
          title="Ressources"
          lead={<p>Choisies, datées, relues. Pour faire par vous-même, et mieux.</p>}
          actions={
            <ButtonLink
              kind="ghost"
              href={askPath({ from: resourcesPath, subject: 'Je ne trouve pas ce que je cherche' })}
            >
              Poser une question
            </ButtonLink>
          }
        />
        {all.length > 0 && <ResourceFilters query={query} found={found} readers={readers} themes={themes} />}
        {narrowed ? await answers(exchange, deps, query, found, land) : await allShelves(exchange, deps, all, land)}
        {all.length === 0 && <EmptyLibrary land={land} />}
        {!narrowed && <NewWatch items={watch} zone={ctx.zone} />}
      </>
    ),
  });
}

/** What answers the choices, by pages. */
async function answers(
  { ctx }: Exchange,
  deps: PublishingDependencies,
  query: ResourceQuery,
  found: readonly RankedResource[],
  land: Territory,
): Promise<JSX.Element> {
  const matching = found.filter((line) => answersFilters(line, query));
  if (matching.length === 0) return <NothingFound query={query} land={land} />;
  const { shown, pages, page } = pageOf(matching, query.page, aPage);
  return (
    <>
      <ResultCount
        count={plural(matching.length, 'ressource')}
        links={[{ label: 'Toutes les ressources', href: resourcesPath }]}
      />
      <ContentCards cards={await resourceCards(ctx, deps, shown)} land={land} level={2} />
      <Pagination page={page} pages={pages} hrefOf={(at) => resourceHref(query, { page: at })} />
    </>
  );
}

/** Each shelf with its first ones. */
async function allShelves(
  { ctx }: Exchange,
  deps: PublishingDependencies,
  all: readonly RankedResource[],
  land: Territory,
): Promise<JSX.Element> {
  const stood = shelves.map((shelf) => ({
    shelf,
    lines: all.filter(({ content }) => shelfOf(content.format) === shelf),
  }));
  const cards = await resourceCards(
    ctx,
    deps,
    stood.flatMap(({ lines }) => lines.slice(0, onShelf)),
  );
  const byId = new Map(cards.map((card) => [card.id, card]));
  return (
    <>
      {stood.map(
        ({ shelf, lines }) =>
          lines.length > 0 && (
            <Section
              title={shelf.label}
              class={shelf.slug === 'emprunter' ? 'library-shelf to-borrow' : 'library-shelf'}
              {...(lines.length > onShelf
                ? {
                    more: {
                      href: resourceHref(everyResource, { shelf: shelf.slug }),
                      label: `Tout voir (${lines.length})`,
                    },
                  }
                : {})}
            >
              <p class="shelf-lead">
                {shelf.lead}
                {shelf.slug === 'emprunter' && ' Pour l’emprunter, écrivez-nous.'}
              </p>
              <ContentCards
                cards={lines.map(({ id }) => byId.get(id)).filter((card): card is ContentCard => card !== undefined)}
                land={land}
              />
            </Section>
          ),
      )}
    </>
  );
}

function NothingFound({ query, land }: { readonly query: ResourceQuery; readonly land: Territory }): JSX.Element {
  return (
    <EmptyState
      title={query.words ? `Rien pour « ${query.words} »` : 'Rien encore sur cette étagère'}
      territory={land}
      actions={
        <>
          <ButtonLink href={askPath({ from: resourceHref(query), subject: query.words || 'Une ressource qui manque' })}>
            Nous demander
          </ButtonLink>
          <ButtonLink kind="ghost" href={resourcesPath}>
            Voir toutes les ressources
          </ButtonLink>
        </>
      }
    >
      <p>Essayez un mot plus courant. Ou demandez-nous : la réponse deviendra peut-être une fiche.</p>
    </EmptyState>
  );
}

function EmptyLibrary({ land }: { readonly land: Territory }): JSX.Element {
  return (
    <EmptyState
      title="La bibliothèque se remplit"
      territory={land}
      actions={<ButtonLink href={askPath({ from: resourcesPath })}>Poser votre question</ButtonLink>}
    >
      <p>En attendant les premières fiches, une personne du pôle vous répond.</p>
    </EmptyState>
  );
}
