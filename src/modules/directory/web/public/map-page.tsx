import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Section } from '#ui/components/section.tsx';
import { directoryPath, mapPath, organizationPath } from '../../paths.ts';
import type { DirectoryDependencies } from '../../ports.ts';
import { directoryList } from '../../queries/directory-list.ts';
import { directoryHref, readDirectoryQuery } from '../directory-query.ts';
import { DirectoryFilters } from './directory-filters.tsx';
import { MapFrame } from './map-frame.tsx';

/** `GET /carte`: the same structures on a large map, and the beginning of their list under it. */
export async function showMap(exchange: Exchange, deps: DirectoryDependencies): Promise<Response> {
  const query = readDirectoryQuery(exchange.url.searchParams);
  const [list, look] = await Promise.all([directoryList(exchange.ctx, query, 1), deps.hubLook(exchange.hub.id)]);
  return exchange.page({
    title: 'La carte des structures',
    description: `Où sont les structures de l’économie sociale et solidaire sur le territoire de ${look.name}.`,
    canonical: mapPath,
    section: directoryPath,
    indexed: query.q === '' && query.near === null,
    content: (
      <>
        <PageHeader title="Tout le monde sur la carte" facts={plural(list.count, 'structure')} />
        <DirectoryFilters query={query} list={list} path={mapPath} />
        <div class="wide-map">
          <MapFrame snapshot={list.snapshot} filters={list.filters} query={query} tiles={deps.mapTiles} eager />
        </div>
        <Section title="En liste" more={{ href: directoryHref(query), label: 'Toute la liste' }}>
          <ul class="plain two-columns">
            {list.cards.map((card) => (
              <li>
                <a href={organizationPath(card.slug)}>{card.name}</a>{' '}
                {card.city && <span class="facts">{card.city}</span>}
              </li>
            ))}
          </ul>
          <p class="actions">
            <ButtonLink kind="ghost" href={directoryHref(query)}>
              Voir {plural(list.count, 'structure')} en liste
            </ButtonLink>
          </p>
        </Section>
      </>
    ),
  });
}
