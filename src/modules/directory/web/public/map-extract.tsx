import type { VNode } from 'preact';
import type { Context } from '#platform/context/context.ts';
import { plural } from '#platform/french/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { mapPath } from '../../paths.ts';
import { noFilters } from '../../queries/index/directory-filters.ts';
import { directoryIndex } from '../../queries/index/directory-index.ts';
import { ofTheme } from './card-source.ts';
import { staticMap } from './static-map.ts';

/** A drawing of the map for a page of the site, narrowed to a theme, with the way to the list; null when it is empty. */
export async function mapExtract(ctx: Context, theme: string | null): Promise<VNode | null> {
  const filters = theme ? await ofTheme(ctx, theme) : noFilters;
  const snapshot = await directoryIndex(ctx.db, ctx.hubId);
  const { count } = snapshot.select(filters);
  if (count === 0) return null;
  const query = filters.themes.map((slug) => `?theme=${slug}`).join('');
  return (
    <div class="map-block">
      <div class="map-frame" dangerouslySetInnerHTML={{ __html: staticMap(snapshot, filters) }} />
      <p class="actions">
        <ButtonLink kind="ghost" icon="map" href={`${mapPath}${query}`}>
          {`Voir ${plural(count, 'structure')} sur la carte`}
        </ButtonLink>
      </p>
    </div>
  );
}
