import type { Exchange } from '#platform/http/exchange.ts';
import { CopyButton } from '#ui/components/copy-button.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { directoryPath, embedPath, organizationPath } from '../../paths.ts';
import type { DirectoryDependencies } from '../../ports.ts';
import { cardsAPage, directoryList } from '../../queries/directory-list.ts';
import { directoryHref, readDirectoryQuery, writeDirectoryQuery } from '../directory-query.ts';
import { DirectoryCount, DirectoryFilters } from './directory-filters.tsx';
import { MapFrame } from './map-frame.tsx';

/** `GET /embarquer/annuaire`: map and list bare of the site's dress, for a partner's page. */
export async function showEmbedded(exchange: Exchange, deps: DirectoryDependencies): Promise<Response> {
  const query = readDirectoryQuery(exchange.url.searchParams);
  const list = await directoryList(exchange.ctx, query, query.page);
  const { origin, name } = exchange.hub;
  return exchange.page({
    title: `Annuaire de ${name}`,
    layout: 'bare',
    indexed: false,
    canonical: directoryPath,
    content: (
      <>
        <DirectoryFilters query={query} list={list} path={embedPath} />
        <DirectoryCount query={query} list={list} path={embedPath} />
        <MapFrame snapshot={list.snapshot} filters={list.filters} query={query} tiles={deps.mapTiles} target="_blank" />
        <ul class="plain">
          {list.cards.map((card) => (
            <li>
              <a href={origin + organizationPath(card.slug)} target="_blank" rel="noopener">
                {card.name}
                <span class="visually-hidden"> (nouvel onglet)</span>
              </a>{' '}
              <span class="facts">{[card.city, card.mission].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
        <Pagination
          page={query.page}
          pages={Math.ceil(list.count / cardsAPage)}
          hrefOf={(page) => directoryHref(query, { page }, embedPath)}
        />
        <p class="facts">
          Annuaire tenu par{' '}
          <a href={origin + directoryPath} target="_blank" rel="noopener">
            {name}
            <span class="visually-hidden"> (nouvel onglet)</span>
          </a>
        </p>
      </>
    ),
  });
}

/** `GET /embarquer`: the lines a partner copies into her site. */
export function showSnippet(exchange: Exchange): Promise<Response> {
  const asked = writeDirectoryQuery({ ...readDirectoryQuery(exchange.url.searchParams), page: 1 });
  const address = exchange.hub.origin + embedPath + asked;
  const snippet = `<iframe src="${address.replaceAll('&', '&amp;')}" title="Annuaire de ${exchange.hub.name.replaceAll('"', '&quot;')}" width="100%" height="900" loading="lazy" style="border:0"></iframe>`;
  return exchange.page({
    title: 'L’annuaire sur votre site',
    section: directoryPath,
    content: (
      <>
        <PageHeader
          title="L’annuaire sur votre site"
          lead={
            <p>
              Copiez ces lignes dans une page de votre site : la carte et la liste s’y affichent, toujours à jour, sans
              traceur.
            </p>
          }
        />
        <Panel title="Les lignes à copier">
          <pre id="extrait" class="code-block">
            <code>{snippet}</code>
          </pre>
          <CopyButton text={snippet} />
          <p>
            <a href={embedPath + asked}>Voir ce que cela donne</a>. Pour n’en montrer qu’une partie,{' '}
            <a href={directoryPath + asked}>choisissez d’abord un domaine ou une commune</a>, puis revenez ici.
          </p>
        </Panel>
        <Panel title="Ou les données, sans mise en page">
          <ul>
            <li>
              <a href={`${directoryPath}.csv${asked}`}>CSV</a>, <a href={`${directoryPath}.xlsx${asked}`}>Excel</a>,{' '}
              <a href={`${directoryPath}.geojson${asked}`}>GeoJSON</a>
            </li>
            <li>
              <a href="/api/elements.json">GoGoCarto</a> (Transiscope),{' '}
              <a href={`${directoryPath}.jsonld${asked}`}>PAIR</a> (SemApps)
            </li>
            <li>
              Nouvelles structures : <a href={`${directoryPath}.rss${asked}`}>RSS</a>,{' '}
              <a href={`${directoryPath}.json${asked}`}>JSON Feed</a>
            </li>
          </ul>
          <p class="facts">Licence ODbL : citez {exchange.hub.name} et partagez vos améliorations.</p>
        </Panel>
      </>
    ),
  });
}
