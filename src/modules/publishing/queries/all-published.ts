import type { Context } from '#platform/context/context.ts';
import type { KeptReads } from '#platform/kept-reads/kept-reads.ts';
import type { PublicationKind } from '../domain/publication.ts';
import { publishedList, type PublishedLine } from './published-list.ts';

/** Kinds of which a hub has a few hundred at most: their lists are filtered and ordered in memory. */
const most = 5000;

/** Everything public of a kind, newest first, read once until the site changes. */
export function allPublished<Kind extends PublicationKind>(
  ctx: Context,
  { kept }: { readonly kept: KeptReads },
  kind: Kind,
): Promise<readonly PublishedLine<Kind>[]> {
  return kept.of(ctx.hubId, `publishing.all.${kind}`, () => publishedList(ctx.db, kind, {}, { limit: most }));
}
