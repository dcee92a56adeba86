import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { ownAddressChanges } from '../tables.ts';

/** Whether a mailed link about an address still opens; which person it is about is said to nobody. */
export async function isAddressLinkOpen(ctx: Context, secret: string, end: 'new' | 'left'): Promise<boolean> {
  if (!/^[\w-]{20,100}$/.test(secret)) return false;
  const { tokenHash, undoHash, state, expiresAt } = ownAddressChanges;
  const hash = hashSecret(secret);
  const mine =
    end === 'new' ? and(eq(tokenHash, hash), eq(state, 'asked')) : and(eq(undoHash, hash), eq(state, 'taken'));
  return (await ctx.db.$count(ownAddressChanges, and(mine, gt(expiresAt, ctx.clock.now())))) > 0;
}

/** The address a person gave last and that waits: for her proof, or for the team. */
export async function waitingAddress(
  ctx: Context,
  personId: string,
): Promise<{ email: string; isShared: boolean } | null> {
  const [change] = await ctx.db
    .select()
    .from(ownAddressChanges)
    .where(
      and(
        eq(ownAddressChanges.personId, personId),
        sql`(${ownAddressChanges.state} = 'shared' or (${ownAddressChanges.state} = 'asked' and ${ownAddressChanges.expiresAt} > ${ctx.clock.now().toString()}))`,
      ),
    )
    .orderBy(desc(ownAddressChanges.askedAt))
    .limit(1);
  return change ? { email: change.newEmail, isShared: change.state === 'shared' } : null;
}

/** An address somebody proved and others bear: the same person twice, or a shared mailbox. */
export interface SharedAddress {
  id: string;
  email: string;
  personId: string;
  name: string;
  others: { id: string; name: string }[];
}

/** The addresses that wait for the team's word, the oldest first. */
export async function sharedAddresses(ctx: Context): Promise<SharedAddress[]> {
  const { rows } = await ctx.db.execute<{
    id: string;
    email: string;
    person: string;
    name: string;
    others: { id: string; name: string }[];
  }>(sql`select a.id, a.new_email as email, a.person_id as person, p.display_name as name,
      coalesce((select json_agg(json_build_object('id', q.id, 'name', q.display_name) order by q.folded_name)
        from contact_points c join persons q on q.hub_id = c.hub_id and q.id = c.person_id
        where c.kind = 'email' and c.normalised = a.new_email and c.retired_at is null and q.id <> a.person_id
          and q.merged_into is null and q.erased_at is null), '[]') as others
    from own_address_changes a join persons p on p.hub_id = a.hub_id and p.id = a.person_id
    where a.state = 'shared' and p.erased_at is null order by a.asked_at limit 50`);
  return rows.map(({ person, ...row }) => ({ ...row, personId: person }));
}
