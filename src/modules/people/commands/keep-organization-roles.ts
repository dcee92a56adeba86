import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { roleInWords, roleKinds, type RoleKind } from '../domain/role-kinds.ts';
import { relationChanged } from '../facts.ts';
import { mayKeepRelations } from '../policy.ts';
import { livingPeople, subjectName } from '../queries/known-subjects.ts';
import { organizationRoles } from '../tables.ts';
import { dayField, todayIn } from './saving/subject-fields.ts';

/** What a person does in a structure. */
export interface RoleToNote {
  personId: string;
  organizationId: string;
  kind: RoleKind;
  function?: string;
  receivesMail?: boolean;
  startsOn?: Temporal.PlainDate | null;
}

const roleFields = {
  kind: z.enum(roleKinds, 'Choisissez un rôle.'),
  function: z.string().trim().max(120, 'C’est trop long : 120 caractères au plus.').default(''),
  receivesMail: z.boolean().default(false),
  startsOn: dayField,
};

/** Says that a person has a role in a structure. */
export const beginOrganizationRole = command({
  name: 'people.begin-organization-role',
  input: z.object({ personId: z.uuid(), organizationId: z.uuid(), ...roleFields }),
  allow: mayKeepRelations,
  async run(work, input) {
    const person = (await livingPeople(work.db, [input.personId])).get(input.personId);
    const structure = await subjectName(work.db, { organizationId: input.organizationId });
    if (person === undefined || structure === null) return refuse('not_found');
    if (!(await noteOrganizationRole(work, { ...input, startsOn: input.startsOn ?? null })))
      return refuse('already', { fields: { kind: 'Ce rôle court déjà dans cette structure.' } });
    work.record({
      subjectKind: 'person',
      subjectId: input.personId,
      summary: `${person} : ${roleInWords(input)}, ${structure}`,
    });
    return accept(null);
  },
});

/** Writes a role, unless the same runs already; for commands of this module and what other modules bring about. */
export async function noteOrganizationRole(work: CommandContext, role: RoleToNote): Promise<boolean> {
  const { rowCount } = await work.db
    .insert(organizationRoles)
    .values({
      id: work.newId(),
      personId: role.personId,
      organizationId: role.organizationId,
      kind: role.kind,
      function: role.function ?? '',
      receivesMail: role.receivesMail ?? false,
      startsOn: role.startsOn ?? null,
      createdBy: work.actor?.personId ?? null,
      createdAt: work.now(),
    })
    .onConflictDoNothing();
  if (rowCount !== 1) return false;
  work.publish(relationChanged({ personIds: [role.personId], organizationIds: [role.organizationId] }));
  return true;
}

/** Changes how a role is called and whether it gets the mail of the structure. */
export const editOrganizationRole = command({
  name: 'people.edit-organization-role',
  input: z.object({ id: z.uuid(), ...roleFields, endsOn: dayField }),
  allow: mayKeepRelations,
  async run(work, { id, kind, function: words, receivesMail, startsOn, endsOn }) {
    const [row] = await work.db.select().from(organizationRoles).where(eq(organizationRoles.id, id)).for('update');
    if (!row) return refuse('not_found');
    if (startsOn && endsOn && Temporal.PlainDate.compare(endsOn, startsOn) < 0)
      return refuse('invalid', { fields: { endsOn: 'La fin vient après le début.' } });
    const others = await work.db
      .select({ id: organizationRoles.id })
      .from(organizationRoles)
      .where(
        and(
          eq(organizationRoles.personId, row.personId),
          eq(organizationRoles.organizationId, row.organizationId),
          eq(organizationRoles.kind, kind),
          isNull(organizationRoles.endsOn),
        ),
      );
    if (!endsOn && others.some((other) => other.id !== id))
      return refuse('already', { fields: { kind: 'Ce rôle court déjà dans cette structure.' } });
    await work.db
      .update(organizationRoles)
      .set({ kind, function: words, receivesMail, startsOn: startsOn ?? null, endsOn: endsOn ?? null })
      .where(eq(organizationRoles.id, id));
    work.publish(relationChanged({ personIds: [row.personId], organizationIds: [row.organizationId] }));
    work.record({
      subjectKind: 'person',
      subjectId: row.personId,
      summary: `Rôle dans une structure corrigé : ${roleInWords({ kind, function: words })}`,
    });
    return accept({ personId: row.personId, organizationId: row.organizationId });
  },
});

/** Ends a role today; it stays in the history. */
export const endOrganizationRole = command({
  name: 'people.end-organization-role',
  input: z.object({ id: z.uuid() }),
  allow: mayKeepRelations,
  async run(work, { id }) {
    const [row] = await work.db
      .select()
      .from(organizationRoles)
      .where(and(eq(organizationRoles.id, id), isNull(organizationRoles.endsOn)))
      .for('update');
    if (!row) return refuse('not_found');
    const today = todayIn(work);
    const endsOn = row.startsOn && Temporal.PlainDate.compare(row.startsOn, today) > 0 ? row.startsOn : today;
    await work.db.update(organizationRoles).set({ endsOn }).where(eq(organizationRoles.id, id));
    work.publish(relationChanged({ personIds: [row.personId], organizationIds: [row.organizationId] }));
    work.record({
      subjectKind: 'person',
      subjectId: row.personId,
      summary: `Rôle terminé dans une structure : ${roleInWords(row)}`,
    });
    return accept({ personId: row.personId, organizationId: row.organizationId });
  },
});
