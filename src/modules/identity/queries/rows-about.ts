import { sql, type SQL } from 'drizzle-orm';

const addresses = (personId: string, isShared: SQL) => sql`array(
  select mine.normalised from contact_points mine where mine.person_id = ${personId}::uuid and mine.kind = 'email' and ${isShared} (
    select from contact_points other where other.hub_id = mine.hub_id and other.kind = 'email' and other.normalised = mine.normalised and other.person_id <> mine.person_id))`;

/**
 * True of rows that are about a person, for the team: those that name her, else those left under one of her mail
 * addresses; where others share the address, only under her name.
 */
export function rowsAbout(personId: string, columns: { personId: SQL; email?: SQL; name?: SQL }): SQL {
  const named = sql`${columns.personId} = ${personId}::uuid`;
  if (!columns.email) return named;
  const underHerName = columns.name
    ? sql`or (${columns.email} = any (${addresses(personId, sql`exists`)})
        and essaim_fold(${columns.name}) = (select essaim_fold(p.display_name) from persons p where p.id = ${personId}::uuid))`
    : sql``;
  return sql`(${named} or (${columns.personId} is null and (${columns.email} = any (${addresses(personId, sql`not exists`)}) ${underHerName})))`;
}
