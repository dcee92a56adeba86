import type { Context } from '#platform/context/context.ts';
import type { HomeBlock } from '#platform/contributions/module.ts';
import { plural } from '#platform/french/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Section } from '#ui/components/section.tsx';
import { directoryPath, mapPath } from '../../paths.ts';
import type { DirectoryDependencies } from '../../ports.ts';
import { noFilters } from '../../queries/index/directory-filters.ts';
import { directoryIndex } from '../../queries/index/directory-index.ts';
import { newestOrganizations } from '../../queries/newest-organizations.ts';
import { themesAt } from '../../queries/index/directory-columns.ts';
import { OrganizationRow } from './organization-row.tsx';
import { staticMap } from './static-map.ts';

const place = 60;

/** On the home page: the newest structures beside a drawing of the map. Nothing while the directory is empty. */
export async function directoryHomeBlocks(ctx: Context, deps: DirectoryDependencies): Promise<HomeBlock[]> {
  const snapshot = await directoryIndex(ctx.db, ctx.hubId);
  const { columns, lookup } = snapshot;
  if (columns.size === 0) return [];
  const [newest, look] = await Promise.all([newestOrganizations(ctx, noFilters, 3), deps.hubLook(ctx.hubId)]);
  return [
    {
      key: 'directory.map',
      label: 'Le réseau et la carte',
      order: place,
      content: (
        <Section
          title="Qui fait quoi, près de chez vous"
          more={{ href: directoryPath, label: plural(columns.size, 'structure') }}
        >
          <div class="split">
            <div class="rows">
              {newest.map((card) => (
                <OrganizationRow
                  card={{ ...card, themes: themesAt(columns, lookup.rowOf(card.id)) }}
                  land={look.land}
                  level={3}
                />
              ))}
            </div>
            <div class="map-block">
              <div class="map-frame" dangerouslySetInnerHTML={{ __html: staticMap(snapshot, noFilters) }} />
              <p class="actions">
                <ButtonLink kind="ghost" icon="map" href={mapPath}>
                  Ouvrir la carte
                </ButtonLink>
              </p>
            </div>
          </div>
        </Section>
      ),
    },
  ];
}
