import { inArray } from 'drizzle-orm';
import { noteMembers } from '#modules/directory/index.ts';
import { endHeldRole } from '#modules/identity/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { membershipEnded } from '../../facts.ts';
import { stillMembers } from '../../queries/still-members.ts';
import { membershipPeople, memberships, type MembershipRow } from '../../tables.ts';

/**
 * Ends memberships and, for those who have no other one that runs, what goes with it: the mark of the sheet and the role.
 * The rows stay: they are the history.
 */
export async function endMemberships(
  work: CommandContext,
  rows: readonly MembershipRow[],
  how: { state: 'lapsed' | 'left'; note: string },
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await work.db
    .update(memberships)
    .set({ state: how.state, stateNote: how.note, stateAt: work.now(), updatedAt: work.now() })
    .where(inArray(memberships.id, ids));
  const people = await work.db.select().from(membershipPeople).where(inArray(membershipPeople.membershipId, ids));
  const personIds = [...new Set(people.map(({ personId }) => personId))];
  const organizationIds = [...new Set(rows.flatMap(({ organizationId }) => organizationId ?? []))];
  const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
  const still = await stillMembers(work.db, { personIds, organizationIds, today });
  await noteMembers(
    work,
    organizationIds.filter((id) => !still.has(id)),
    false,
  );
  for (const id of personIds) if (!still.has(id)) await endHeldRole(work, id, 'member');
  for (const { id, personId, organizationId } of rows) work.publish(membershipEnded(id, { personId, organizationId }));
}
