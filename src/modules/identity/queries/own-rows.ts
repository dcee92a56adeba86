import { sql, type SQL } from 'drizzle-orm';

/** Addresses that are surely hers: those she confirmed or signs in with; `shared` says whether somebody else bears them too. */
const proven = (personId: string, shared: SQL): SQL => sql`array(
  select mine.address from (
    select c.normalised as address from contact_points c
      where c.person_id = ${personId}::uuid and c.kind = 'email' and c.verified_at is not null
    union select a.email from accounts a
      where a.person_id = ${personId}::uuid and a.email is not null and a.first_signed_in_at is not null) mine
  where ${shared} (select from contact_points other where other.kind = 'email' and other.normalised = mine.address
    and other.person_id <> ${personId}::uuid))`;

/**
 * True of rows that are a person’s own, for what she is shown and for what is erased with her: those that name her, else
 * those left without a person under an address she proved. Where others share that mailbox, only those under her name:
 * what a husband wrote is neither read nor erased by his wife.
 */
export function ownRows(personId: string, columns: { personId?: SQL; email: SQL; name?: SQL }): SQL {
  const email = sql`lower(${columns.email})`;
  const underHerName = columns.name
    ? sql`or (${email} = any (${proven(personId, sql`exists`)}) and essaim_fold(${columns.name}) =
        (select essaim_fold(p.display_name) from persons p where p.id = ${personId}::uuid))`
    : sql``;
  const left = sql`(${email} = any (${proven(personId, sql`not exists`)}) ${underHerName})`;
  return columns.personId
    ? sql`(${columns.personId} = ${personId}::uuid or (${columns.personId} is null and ${left}))`
    : left;
}
