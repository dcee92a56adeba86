import { eq, sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { moveImportedLines } from '../imports/personal-data.ts';
import {
  householdPeople,
  organizationRoles,
  ownAddressChanges,
  peopleToldApart,
  relationDocuments,
  relationNotes,
  relationStatuses,
  rightsLinks,
} from '../tables.ts';
import { settleSharedOf } from './saving/apply-address-change.ts';

/** After two persons became one: what the hub knew of the second one is the first one's, and nothing is said twice. */
export async function moveRelationsTo(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  const { db } = work;
  const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate().toString();
  await db.execute(sql`update relation_statuses s set until = greatest(s.since, ${today}::date)
    where s.person_id = ${mergedId}::uuid and s.until is null and exists (select from relation_statuses k
      where k.hub_id = s.hub_id and k.person_id = ${keptId}::uuid and k.status = s.status and k.until is null)`);
  await db.update(relationStatuses).set({ personId: keptId }).where(eq(relationStatuses.personId, mergedId));
  await db.execute(sql`delete from organization_roles r where r.person_id = ${mergedId}::uuid and r.ends_on is null
    and exists (select from organization_roles k where k.hub_id = r.hub_id and k.person_id = ${keptId}::uuid
      and k.organization_id = r.organization_id and k.kind = r.kind and k.ends_on is null)`);
  await db.update(organizationRoles).set({ personId: keptId }).where(eq(organizationRoles.personId, mergedId));
  await db.execute(sql`insert into person_tags (person_id, tag_id, added_by, added_at)
    select ${keptId}::uuid, tag_id, added_by, added_at from person_tags where person_id = ${mergedId}::uuid on conflict do nothing`);
  await db.execute(sql`delete from person_tags where person_id = ${mergedId}::uuid`);
  await db.update(relationNotes).set({ personId: keptId }).where(eq(relationNotes.personId, mergedId));
  await db.update(relationNotes).set({ authorId: keptId }).where(eq(relationNotes.authorId, mergedId));
  await db.update(relationDocuments).set({ personId: keptId }).where(eq(relationDocuments.personId, mergedId));
  await moveHousehold(work, keptId, mergedId);
  await moveDelegates(work, keptId, mergedId);
  await db.execute(sql`insert into reach_preferences (person_id, channel, note, updated_at)
    select ${keptId}::uuid, channel, note, updated_at from reach_preferences where person_id = ${mergedId}::uuid on conflict do nothing`);
  await db.execute(sql`delete from reach_preferences where person_id = ${mergedId}::uuid`);
  await db.delete(peopleToldApart).where(eq(peopleToldApart.personId, mergedId));
  await db.delete(peopleToldApart).where(eq(peopleToldApart.otherId, mergedId));
  await moveReview(work, keptId, mergedId);
  await db.delete(rightsLinks).where(eq(rightsLinks.personId, mergedId));
  await db.update(ownAddressChanges).set({ personId: keptId }).where(eq(ownAddressChanges.personId, mergedId));
  await settleSharedOf(work, keptId);
  await moveImportedLines(work, keptId, mergedId);
}

async function moveHousehold({ db }: CommandContext, keptId: string, mergedId: string): Promise<void> {
  await db.execute(sql`update household_people h set person_id = ${keptId}::uuid where h.person_id = ${mergedId}::uuid
    and not exists (select from household_people k where k.hub_id = h.hub_id and k.person_id = ${keptId}::uuid)`);
  await db.delete(householdPeople).where(eq(householdPeople.personId, mergedId));
  await db.execute(sql`update households h set written_to_id = case when exists (select from household_people k
      where k.hub_id = h.hub_id and k.household_id = h.id and k.person_id = ${keptId}::uuid) then ${keptId}::uuid end
    where h.written_to_id = ${mergedId}::uuid`);
  // A household of one is none.
  await db.execute(sql`delete from households h where
    (select count(*) from household_people k where k.hub_id = h.hub_id and k.household_id = h.id) < 2`);
}

async function moveDelegates({ db }: CommandContext, keptId: string, mergedId: string): Promise<void> {
  await db.execute(sql`delete from delegates d where (d.person_id = ${mergedId}::uuid and (d.delegate_id = ${keptId}::uuid
      or exists (select from delegates k where k.hub_id = d.hub_id and k.person_id = ${keptId}::uuid and k.delegate_id = d.delegate_id and k.ends_on is null and d.ends_on is null)))
    or (d.delegate_id = ${mergedId}::uuid and (d.person_id = ${keptId}::uuid
      or exists (select from delegates k where k.hub_id = d.hub_id and k.delegate_id = ${keptId}::uuid and k.person_id = d.person_id and k.ends_on is null and d.ends_on is null)))`);
  await db.execute(sql`update delegates set person_id = ${keptId}::uuid where person_id = ${mergedId}::uuid`);
  await db.execute(sql`update delegates set delegate_id = ${keptId}::uuid where delegate_id = ${mergedId}::uuid`);
}

/** The later of both contacts counts, and whoever was kept for a reason still is. */
async function moveReview({ db }: CommandContext, keptId: string, mergedId: string): Promise<void> {
  await db.execute(sql`insert into retention_reviews as r (person_id, last_contact_at, last_contact_kind, reviewed_at, kept_until, kept_reason, kept_by)
    select ${keptId}::uuid, last_contact_at, last_contact_kind, reviewed_at, kept_until, kept_reason, kept_by
    from retention_reviews where person_id = ${mergedId}::uuid
    on conflict (hub_id, person_id) do update set
      last_contact_kind = case when excluded.last_contact_at > r.last_contact_at then excluded.last_contact_kind else r.last_contact_kind end,
      last_contact_at = greatest(r.last_contact_at, excluded.last_contact_at),
      listed_at = null,
      kept_reason = case when coalesce(excluded.kept_until, '-infinity') > coalesce(r.kept_until, '-infinity') then excluded.kept_reason else r.kept_reason end,
      kept_until = greatest(r.kept_until, excluded.kept_until)`);
  await db.execute(sql`delete from retention_reviews where person_id = ${mergedId}::uuid`);
}
