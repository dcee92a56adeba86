import { and, eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { slugify } from '#platform/french/index.ts';
import type { PublicationKind } from '../../domain/publication.ts';
import { publicationSlugs } from '../../tables.ts';

/** Words that stand in addresses where a slug would. */
const reserved = new Set(['proposer', 'merci', 'flux', 'nouveau', 'ajouter', 'tout']);

/**
 * The address of a publication among its kind: the wish, else the wish and the end of its id. An address that another
 * one has or had is never given again. To call once the row exists.
 */
export async function allocateSlug(
  work: CommandContext,
  id: string,
  kind: PublicationKind,
  wish: string,
): Promise<string> {
  const plain = slugify(wish).slice(0, 80).replace(/-+$/, '') || 'sans-titre';
  const candidates = [...(reserved.has(plain) ? [] : [plain]), `${plain}-${id.slice(-6)}`, `${plain}-${id}`];
  for (const slug of candidates) {
    const [written] = await work.db
      .insert(publicationSlugs)
      .values({ kind, slug, publicationId: id, since: work.now() })
      .onConflictDoNothing()
      .returning({ slug: publicationSlugs.slug });
    if (written) return slug;
    const [owner] = await work.db
      .select({ id: publicationSlugs.publicationId })
      .from(publicationSlugs)
      .where(and(eq(publicationSlugs.kind, kind), eq(publicationSlugs.slug, slug)));
    if (owner?.id === id) return slug;
  }
  throw new Error(`no address is free for the publication ${id}`);
}
