import { and, eq, gt, isNotNull, lt, ne } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { ownAddressChanges, rightsLinks } from '../tables.ts';

/** A living link, by the secret of its address. */
export interface OpenLink {
  id: string;
  personId: string;
  isOpened: boolean;
}

export async function rightsLink(ctx: Context, secret: string): Promise<OpenLink | null> {
  if (!/^[\w-]{20,100}$/.test(secret)) return null;
  const [link] = await ctx.db
    .select()
    .from(rightsLinks)
    .where(
      and(
        eq(rightsLinks.tokenHash, hashSecret(secret)),
        isNotNull(rightsLinks.personId),
        gt(rightsLinks.expiresAt, ctx.clock.now()),
      ),
    );
  return link?.personId ? { id: link.id, personId: link.personId, isOpened: link.openedAt !== null } : null;
}

/** Whether links are over, that may be forgotten. */
export async function hasOldLinks(ctx: Context): Promise<boolean> {
  const now = ctx.clock.now();
  const changes = await ctx.db.$count(
    ownAddressChanges,
    and(lt(ownAddressChanges.expiresAt, now), ne(ownAddressChanges.state, 'shared')),
  );
  return changes > 0 || (await ctx.db.$count(rightsLinks, lt(rightsLinks.expiresAt, now))) > 0;
}
