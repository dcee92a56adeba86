import { and, eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { freeAddress } from '#platform/ids/free-address.ts';
import type { PublicationKind } from '../../domain/publication.ts';
import { publicationSlugs } from '../../tables.ts';

const reserved = new Set(['proposer', 'merci', 'flux', 'nouveau', 'ajouter', 'tout']);

/** The address of a publication among its kind. To call once the row exists. */
export async function allocateSlug(
  work: CommandContext,
  id: string,
  kind: PublicationKind,
  wish: string,
): Promise<string> {
  return freeAddress({
    id,
    wish,
    otherwise: 'sans-titre',
    reserved,
    async take(slug) {
      const row = { kind, slug, publicationId: id, since: work.now() };
      await work.db.insert(publicationSlugs).values(row).onConflictDoNothing();
      const [owner] = await work.db
        .select({ id: publicationSlugs.publicationId })
        .from(publicationSlugs)
        .where(and(eq(publicationSlugs.kind, kind), eq(publicationSlugs.slug, slug)));
      return owner?.id ?? '';
    },
  });
}
