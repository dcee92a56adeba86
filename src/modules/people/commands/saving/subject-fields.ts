import { z } from 'zod';
import type { CommandContext } from '#platform/context/context.ts';
import type { RelationSubject } from '../../domain/relation-subject.ts';

/** A person or a structure, exactly one. */
export const subjectField = z.union([
  z.strictObject({ personId: z.uuid() }),
  z.strictObject({ organizationId: z.uuid() }),
]);

/** A day typed in a form; left empty, none. */
export const dayField = z.preprocess(
  (text) => (text === '' || text === null ? undefined : text),
  z.iso
    .date('Écrivez une date.')
    .transform((text) => Temporal.PlainDate.from(text))
    .optional(),
);

/** The columns that name a subject. */
export function subjectColumns(subject: RelationSubject): { personId: string | null; organizationId: string | null } {
  return 'personId' in subject
    ? { personId: subject.personId, organizationId: null }
    : { personId: null, organizationId: subject.organizationId };
}

/** The subject a row is about. */
export function subjectOf(row: { personId: string | null; organizationId: string | null }): RelationSubject {
  if (row.personId) return { personId: row.personId };
  if (row.organizationId) return { organizationId: row.organizationId };
  throw new Error('a row about nobody');
}

/** How the trail and facts name a subject. */
export function trailOf(subject: RelationSubject): { subjectKind: string; subjectId: string } {
  return 'personId' in subject
    ? { subjectKind: 'person', subjectId: subject.personId }
    : { subjectKind: 'organization', subjectId: subject.organizationId };
}

/** A subject as the fact `relationChanged` tells it. */
export function changedSubject(subject: RelationSubject): { personIds?: string[]; organizationIds?: string[] } {
  return 'personId' in subject ? { personIds: [subject.personId] } : { organizationIds: [subject.organizationId] };
}

/** Today where the hub is. */
export function todayIn(work: Pick<CommandContext, 'zone' | 'now'>): Temporal.PlainDate {
  return work.now().toZonedDateTimeISO(work.zone).toPlainDate();
}
