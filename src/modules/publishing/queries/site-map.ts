import { and, asc, eq, gt, inArray, isNull, ne } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { SiteMapEntry } from '#platform/contributions/module.ts';
import { pageByPage } from '#platform/db/page-by-page.ts';
import { publicationKinds, type PublicationKind } from '../domain/publication.ts';
import { listPath, publicationPath } from '../paths.ts';
import { publications } from '../tables.ts';

const rowsInMemory = 2_000;

/** Pages that stand at an address of their own, written by the hub or not. */
const ownPaths = [
  '/',
  '/le-pole',
  '/c-est-quoi-l-ess',
  '/chiffres',
  '/mon-projet-est-il-ess',
  '/accompagnement',
  '/flux',
];

/** Every public page of what is published, and the lists that are served. */
export async function* publicationSiteMap(
  ctx: Context,
  isServed: (path: string) => boolean,
): AsyncGenerator<SiteMapEntry> {
  const kinds = publicationKinds.filter((kind) => kind !== 'home');
  for (const path of kinds.map(listPath)) if (isServed(path)) yield { path, changedAt: null };
  for (const path of ownPaths) if (isServed(path)) yield { path, changedAt: null };
  const shown = kinds.filter((kind) => isServed(publicationPath(kind, ':slug')));
  const all = pageByPage(
    rowsInMemory,
    (after, size) => publishedAfter(ctx, shown, after, size),
    (row) => row.id,
  );
  for await (const { kind, slug, updatedAt } of all) {
    const path = publicationPath(kind, slug);
    if (!ownPaths.includes(path)) yield { path, changedAt: updatedAt };
  }
}

async function publishedAfter(ctx: Context, kinds: readonly PublicationKind[], after: string | null, size: number) {
  return ctx.db
    .select({
      id: publications.id,
      kind: publications.kind,
      slug: publications.slug,
      updatedAt: publications.updatedAt,
    })
    .from(publications)
    .where(
      and(
        eq(publications.status, 'published'),
        isNull(publications.trashedAt),
        ne(publications.kind, 'home'),
        inArray(publications.kind, [...kinds]),
        after === null ? undefined : gt(publications.id, after),
      ),
    )
    .orderBy(asc(publications.hubId), asc(publications.id))
    .limit(size);
}
