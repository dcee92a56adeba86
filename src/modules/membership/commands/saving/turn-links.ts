import { eq, sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import type { Transaction } from '#platform/db/database.ts';
import { linkHash } from '../../links.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { memberships } from '../../tables.ts';

type Links = Pick<MembershipDependencies, 'links'>;

/** No link opens what bears it: the secret of a new one is asked for before the next letter. */
const closed = 'closed ';

/** The links that an erased person holds open nothing any more, those of a structure she stood for included. */
export async function closeLinksOf(tx: Transaction, personId: string): Promise<void> {
  await tx.execute(sql`update memberships m set link_turn = m.link_turn + 1, link_hash = ${closed} || m.id
    where m.person_id = ${personId}::uuid or exists (select from membership_people mp
      where mp.hub_id = m.hub_id and mp.membership_id = m.id and mp.person_id = ${personId}::uuid)`);
}

/** Gives a new link to the memberships whose link was closed. */
export async function openClosedLinks(work: CommandContext, { links }: Links): Promise<number> {
  const rows = await work.db
    .select({ id: memberships.id, linkTurn: memberships.linkTurn })
    .from(memberships)
    .where(sql`${memberships.linkHash} like ${`${closed}%`}`)
    .for('update');
  for (const { id, linkTurn } of rows) await giveLink(work, links, id, linkTurn);
  return rows.length;
}

/**
 * The turn of the link that a letter may carry to this address: a new one when the letter before went to somebody else,
 * who may have left the structure since.
 */
export async function turnFor(
  work: CommandContext,
  { links }: Links,
  { id, linkTurn }: { id: string; linkTurn: number },
  email: string,
): Promise<number> {
  const { rows } = await work.db.execute<{ email: string }>(sql`select lower(email) as email from membership_reminders
    where membership_id = ${id}::uuid and channel = 'mail' and email is not null order by sent_at desc, id desc limit 1`);
  const before = rows[0]?.email;
  if (before === undefined || before === email.toLowerCase()) return linkTurn;
  await giveLink(work, links, id, linkTurn + 1);
  return linkTurn + 1;
}

async function giveLink(
  work: CommandContext,
  links: MembershipDependencies['links'],
  id: string,
  linkTurn: number,
): Promise<void> {
  await work.db
    .update(memberships)
    .set({ linkTurn, linkHash: linkHash(links.secretOf('renewal', work.hubId, id, linkTurn)) })
    .where(eq(memberships.id, id));
}
