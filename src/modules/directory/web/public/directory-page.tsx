import type { JSX } from 'preact';
import { formatKilometres, formatNumber, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { keptMarkup } from '#ui/kept-markup.ts';
import { directoryPath, mapPath, officePath } from '../../paths.ts';
import { keepers } from '../../policy.ts';
import type { DirectoryDependencies, HubLook } from '../../ports.ts';
import { cardsAPage, directoryList, type DirectoryList } from '../../queries/directory-list.ts';
import { distanceTo } from '../../queries/index/directory-snapshot.ts';
import {
  directoryHref,
  isNarrowed,
  readDirectoryQuery,
  writeDirectoryQuery,
  type DirectoryQuery,
} from '../directory-query.ts';
import { DirectoryCount, DirectoryFilters } from './directory-filters.tsx';
import { MapFrame } from './map-frame.tsx';
import { OrganizationRow } from './organization-row.tsx';

const mostFilters = 64;

/** `GET /annuaire`: who does what near here, as a list with its map beside it. */
export async function showDirectory(exchange: Exchange, deps: DirectoryDependencies): Promise<Response> {
  const query = readDirectoryQuery(exchange.url.searchParams);
  const [list, look] = await Promise.all([
    directoryList(exchange.ctx, query, query.page),
    deps.hubLook(exchange.hub.id),
  ]);
  const pages = Math.max(1, Math.ceil(list.count / cardsAPage));
  if (query.page > pages) return exchange.redirect(directoryHref(query, { page: pages }));
  return exchange.page({
    title: titleOf(query, list),
    description: `L’annuaire de ${look.name} : ${formatNumber(list.snapshot.columns.size)} structures de l’économie sociale et solidaire, leurs savoir-faire, ce qu’elles proposent et ce qu’elles cherchent.`,
    canonical: directoryPath + writeDirectoryQuery({ themes: query.themes, towns: query.towns, page: query.page }),
    indexed: query.q === '' && query.near === null,
    feeds: feeds(),
    edit: { href: officePath, label: 'Gérer l’annuaire', roles: keepers },
    content: (
      <>
        <PageHeader title="Qui fait quoi, près de chez vous ?" />
        {filters(query, list)}
        <DirectoryCount query={query} list={list} />
        {list.corrected && (
          <Notice>
            <p>Nous n’avons rien trouvé avec ces mots exacts : voici les réponses pour « {list.corrected} ».</p>
          </Notice>
        )}
        <div class="split">
          <div class="rows">
            {list.count === 0 ? (
              <NothingFound query={query} look={look} isEmpty={list.snapshot.columns.size === 0} />
            ) : (
              <Rows list={list} query={query} look={look} />
            )}
            <Pagination
              page={query.page}
              pages={pages}
              hrefOf={(page) => directoryHref(query, { page })}
              label="Pages de l’annuaire"
            />
            <Ways query={query} />
          </div>
          <MapFrame snapshot={list.snapshot} filters={list.filters} query={query} tiles={deps.mapTiles} />
        </div>
      </>
    ),
  });
}

/** The bar of filters, with its hundreds of choices: drawn once for each question that the snapshot's index answers. */
function filters(query: DirectoryQuery, list: DirectoryList): JSX.Element {
  const draw = (): JSX.Element => <DirectoryFilters query={query} list={list} />;
  if (query.q !== '' || query.near !== null) return draw();
  return keptMarkup(
    list.snapshot.kept<string>('filters'),
    writeDirectoryQuery({ ...query, page: 1 }),
    draw,
    mostFilters,
  );
}

function Rows({
  list,
  query,
  look,
}: {
  readonly list: DirectoryList;
  readonly query: DirectoryQuery;
  readonly look: HubLook;
}): JSX.Element {
  return (
    <>
      {list.cards.map((card, place) => (
        <OrganizationRow card={card} land={look.land} eager={place < 3} {...awayOf(list, query, card.id)} />
      ))}
    </>
  );
}

function awayOf({ snapshot }: DirectoryList, { near }: DirectoryQuery, id: string): { away?: string } {
  if (!near) return {};
  const kilometres = distanceTo(snapshot.columns, snapshot.lookup.rowOf(id), near.lon, near.lat);
  return Number.isFinite(kilometres) ? { away: `à ${formatKilometres(kilometres)}` } : {};
}

/** Other ways to the same list: to add to it, to see it on a map, to take it away. */
function Ways({ query }: { readonly query: DirectoryQuery }): JSX.Element {
  const asked = writeDirectoryQuery({ ...query, page: 1 });
  return (
    <>
      <p class="actions">
        <ButtonLink kind="ghost" href={`${directoryPath}/proposer`}>
          Proposer une structure
        </ButtonLink>
        <ButtonLink kind="quiet" icon="map" href={mapPath + asked}>
          Voir en grand sur la carte
        </ButtonLink>
      </p>
      <p class="facts">
        Emporter cette liste : <a href={`${directoryPath}.csv${asked}`}>CSV</a> ·{' '}
        <a href={`${directoryPath}.xlsx${asked}`}>Excel</a> · <a href={`${directoryPath}.geojson${asked}`}>GeoJSON</a> ·{' '}
        <a href={`/embarquer${asked}`}>sur votre site</a>
      </p>
    </>
  );
}

function NothingFound({
  query,
  look,
  isEmpty,
}: {
  readonly query: DirectoryQuery;
  readonly look: HubLook;
  readonly isEmpty: boolean;
}): JSX.Element {
  if (isEmpty) {
    return (
      <EmptyState
        title="L’annuaire se remplit"
        territory={look.land}
        actions={<ButtonLink href={`${directoryPath}/proposer`}>Proposer la première structure</ButtonLink>}
      >
        <p>Aucune structure n’y est encore. Vous en connaissez une ? Quelques lignes suffisent.</p>
      </EmptyState>
    );
  }
  const wider =
    query.towns.length > 0
      ? {
          label: 'Chercher dans toutes les communes',
          href: directoryHref(query, { towns: [], near: null, within: null }),
        }
      : null;
  return (
    <EmptyState
      title="Rien trouvé avec ces choix"
      territory={look.land}
      actions={
        <>
          {wider && <ButtonLink href={wider.href}>{wider.label}</ButtonLink>}
          {isNarrowed(query) && (
            <ButtonLink kind={wider ? 'ghost' : 'primary'} href={directoryPath}>
              Voir toutes les structures
            </ButtonLink>
          )}
        </>
      }
    >
      <p>
        Essayez un mot plus court, ou retirez un des choix au-dessus. Il manque quelqu’un ? Proposez sa fiche : elle
        sera vérifiée puis publiée.
      </p>
    </EmptyState>
  );
}

function titleOf(query: DirectoryQuery, { snapshot, count }: DirectoryList): string {
  const theme = snapshot.columns.themes.find(({ slug }) => slug === query.themes[0]);
  const [asked] = query.towns;
  const town = asked && snapshot.columns.towns.find(({ insee }) => insee === asked);
  const subject = [theme?.label, town && `à ${town.name}`].filter(Boolean).join(' ');
  return subject ? `${subject} : ${plural(count, 'structure')}` : 'Qui fait quoi, près de chez vous ?';
}

function feeds() {
  return [
    { href: `${directoryPath}.rss`, type: 'application/rss+xml', title: 'Nouvelles structures de l’annuaire' },
    { href: `${directoryPath}.json`, type: 'application/feed+json', title: 'Nouvelles structures de l’annuaire' },
  ];
}
