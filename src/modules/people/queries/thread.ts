import { desc, sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { ThreadEntry, ThreadSubject } from '#platform/contributions/module.ts';
import { cutText } from '#platform/french/index.ts';
import { exchanges, noteKindNames } from '../domain/note-kinds.ts';
import { statusNames } from '../domain/relation-statuses.ts';
import { roleInWords } from '../domain/role-kinds.ts';
import { relationNotes, relationStatuses } from '../tables.ts';
import { about, relationsOf } from './relations.ts';

/** What the team wrote and said of a person or a structure. */
export async function relationThread(ctx: Context, subject: ThreadSubject): Promise<ThreadEntry[]> {
  const noon = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: ctx.zone, plainTime: '12:00' }).toInstant();
  const notes = await ctx.db
    .select()
    .from(relationNotes)
    .where(about(relationNotes, subject))
    .orderBy(desc(relationNotes.happenedOn))
    .limit(100);
  const statuses = await ctx.db
    .select()
    .from(relationStatuses)
    .where(about(relationStatuses, subject))
    .orderBy(sql`coalesce(${relationStatuses.until}, ${relationStatuses.since}) desc`)
    .limit(50);
  const { roles } = await relationsOf(ctx.db, subject);
  return [
    ...notes.map((note) => ({
      at: noon(note.happenedOn),
      kind: noteKindNames[note.kind],
      title: cutText(note.text, 200),
      ...(note.authorName ? { detail: `Noté par ${note.authorName}` } : {}),
      isInternal: !exchanges.includes(note.kind),
    })),
    ...statuses.flatMap((status) => [
      {
        at: noon(status.since),
        kind: 'Statut',
        title: statusNames[status.status],
        ...(status.note ? { detail: status.note } : {}),
        isInternal: true,
      },
      ...(status.until
        ? [
            {
              at: noon(status.until),
              kind: 'Statut',
              title: `${statusNames[status.status]} : terminé`,
              isInternal: true,
            },
          ]
        : []),
    ]),
    ...roles.flatMap((role) => {
      const title =
        'personId' in subject
          ? `${roleInWords(role)}, ${role.organizationName}`
          : `${roleInWords(role)} : ${role.personName}`;
      return [
        ...(role.startsOn ? [{ at: noon(role.startsOn), kind: 'Rôle', title, isInternal: true }] : []),
        ...(role.endsOn
          ? [{ at: noon(role.endsOn), kind: 'Rôle', title: `${title} : terminé`, isInternal: true }]
          : []),
      ];
    }),
  ];
}
