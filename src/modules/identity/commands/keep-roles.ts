import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { roles, type CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { roleNames } from '../domain/role-names.ts';
import { roleEnded, roleGranted } from '../facts.ts';
import { mayGrant } from '../policy.ts';
import { personRoles } from '../tables.ts';
import { indexPerson } from './index-person.ts';
import { livingPerson } from './living-person.ts';

const input = z.object({ personId: z.uuid(), role: z.enum(roles) });
const someoneMayGrant = (actor: CommandContext['actor']) => roles.some((role) => mayGrant(actor, role));

/** Gives a role from now on. Held already, nothing changes. */
export const grantRole = command({
  name: 'identity.grant-role',
  input,
  allow: someoneMayGrant,
  async run(work, { personId, role }) {
    if (!mayGrant(work.actor, role)) return refuse('forbidden');
    const person = await livingPerson(work.db, personId);
    if (!person) return refuse('not_found');
    await beginRole(work, personId, role);
    work.record({
      subjectKind: 'person',
      subjectId: personId,
      summary: `Rôle donné à ${person.displayName} : ${roleNames[role]}`,
    });
    return accept(null);
  },
});

/** Ends a role at once. The last employee's stays: nobody could open the back office any more. */
export const endRole = command({
  name: 'identity.end-role',
  input,
  allow: someoneMayGrant,
  async run(work, { personId, role }) {
    if (!mayGrant(work.actor, role)) return refuse('forbidden');
    const person = await livingPerson(work.db, personId);
    if (!person) return refuse('not_found');
    if (role === 'employee' && (await isLastEmployee(work, personId))) return refuse('last_employee');
    const { rowCount } = await work.db
      .update(personRoles)
      .set({ endsAt: work.now(), endedBy: work.actor?.personId ?? null })
      .where(and(eq(personRoles.personId, personId), eq(personRoles.role, role), stillOpen(work)));
    if (rowCount === 0) return refuse('not_held');
    await indexPerson(work.db, personId);
    work.publish(roleEnded(personId, role));
    work.record({
      subjectKind: 'person',
      subjectId: personId,
      summary: `Rôle terminé pour ${person.displayName} : ${roleNames[role]}`,
    });
    return accept(null);
  },
});

/** Writes the beginning of a role, unless it is held already; for commands of this module and other modules' reactions. */
export async function beginRole(work: CommandContext, personId: string, role: (typeof roles)[number]): Promise<void> {
  const { rowCount } = await work.db
    .insert(personRoles)
    .values({ id: work.newId(), personId, role, startsAt: work.now(), grantedBy: work.actor?.personId ?? null })
    .onConflictDoNothing();
  if (rowCount !== 1) return;
  await indexPerson(work.db, personId);
  work.publish(roleGranted(personId, role));
}

/** Ends a role that is held, if it is; for other modules' reactions. The employee's ends by `endRole` only. */
export async function endHeldRole(
  work: CommandContext,
  personId: string,
  role: Exclude<(typeof roles)[number], 'employee' | 'operator'>,
): Promise<void> {
  const { rowCount } = await work.db
    .update(personRoles)
    .set({ endsAt: work.now(), endedBy: work.actor?.personId ?? null })
    .where(and(eq(personRoles.personId, personId), eq(personRoles.role, role), stillOpen(work)));
  if (rowCount === 0) return;
  await indexPerson(work.db, personId);
  work.publish(roleEnded(personId, role));
}

/** Whether the hub would be left without employee. Locks their rows: two who remove each other are served in turn. */
export async function isLastEmployee(work: CommandContext, personId: string): Promise<boolean> {
  const held = await work.db
    .select({ personId: personRoles.personId })
    .from(personRoles)
    // A role already given an end counts as left: it could end while this waits for its turn.
    .where(and(eq(personRoles.role, 'employee'), isNull(personRoles.endsAt)))
    .orderBy(personRoles.id)
    .for('update');
  return held.length > 0 && held.every((row) => row.personId === personId);
}

const stillOpen = (work: CommandContext) => or(isNull(personRoles.endsAt), gt(personRoles.endsAt, work.now()));
