import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { attendanceMarks } from '../../domain/registration-states.ts';
import { mayKeepRegistrations } from '../../policy.ts';
import { registrantsOf } from '../../queries/registrants-of.ts';
import { registrations } from '../../tables.ts';
import { readDoor } from '../queries/door.ts';
import { registrationMarks } from '../tables.ts';

/** A mark made on a phone: `at` is its clock. */
export const markFields = z.object({
  registrationId: z.uuid(),
  /** Null takes a mark back. */
  mark: z.enum(attendanceMarks).nullable(),
  at: z.iso.datetime({ offset: true }).nullable().default(null),
});

/**
 * Notes who came to one date, as phones tell it, late or twice: of two marks for one person the latest by their clocks
 * stands, whatever the order they come in. A clock ahead of ours counts as now.
 */
export const markAttendances = command({
  name: 'registration.mark-attendances',
  input: z.object({ eventId: z.uuid(), occurrenceId: z.uuid(), marks: z.array(markFields).min(1).max(500) }),
  allow: mayKeepRegistrations,
  async run(work, { eventId, occurrenceId, marks }) {
    if (!(await readDoor(work, { eventId, occurrenceId }))) return refuse('not_found');
    const known = await registrantsOf(work.db, {
      eventId,
      occurrenceId,
      ids: marks.map((one) => one.registrationId),
    });
    const ids = new Set(known.map((one) => one.id));
    const now = work.now();
    const latest = new Map<string, { mark: (typeof marks)[number]['mark']; at: Temporal.Instant }>();
    for (const { registrationId, mark, at } of marks) {
      if (!ids.has(registrationId)) continue;
      const told = at === null ? now : Temporal.Instant.from(at);
      const moment = Temporal.Instant.compare(told, now) > 0 ? now : told;
      const before = latest.get(registrationId);
      if (!before || Temporal.Instant.compare(moment, before.at) >= 0) latest.set(registrationId, { mark, at: moment });
    }
    if (latest.size === 0) return refuse('not_registered');
    // In the order of ids, so that two phones that sync at once never wait for each other.
    const rows = [...latest].toSorted(([one], [other]) => (one < other ? -1 : 1));
    await work.db
      .insert(registrationMarks)
      .values(
        rows.map(([registrationId, { mark, at }]) => ({
          id: work.newId(),
          registrationId,
          occurrenceId,
          mark,
          markedAt: at,
          notedAt: now,
          notedById: work.actor?.personId ?? null,
          notedBy: work.actor?.name ?? '',
        })),
      )
      .onConflictDoUpdate({
        target: [registrationMarks.hubId, registrationMarks.registrationId, registrationMarks.occurrenceId],
        set: {
          mark: sql`excluded.mark`,
          markedAt: sql`excluded.marked_at`,
          notedAt: sql`excluded.noted_at`,
          notedById: sql`excluded.noted_by_id`,
          notedBy: sql`excluded.noted_by`,
        },
        setWhere: sql`excluded.marked_at >= ${registrationMarks.markedAt}`,
      });
    await mirrorMarks(
      work,
      rows.map(([id]) => id),
    );
    work.record({
      subjectKind: 'event',
      subjectId: eventId,
      summary: `Émargement : ${plural(rows.length, 'personne notée', 'personnes notées')}`,
    });
    return accept({ count: rows.length });
  },
});

/** On the registration itself stands the best of her dates: who came once came. */
async function mirrorMarks(work: Parameters<typeof readDoor>[0], ids: readonly string[]): Promise<void> {
  const marks = await work.db
    .select()
    .from(registrationMarks)
    .where(and(inArray(registrationMarks.registrationId, [...ids])));
  for (const id of ids) {
    const own = marks.filter((mark) => mark.registrationId === id && mark.mark !== null);
    const best = own.find((mark) => mark.mark === 'present') ?? own.find((mark) => mark.mark === 'excused') ?? own[0];
    await work.db
      .update(registrations)
      .set({
        attendance: best?.mark ?? null,
        attendanceAt: best?.markedAt ?? null,
        attendanceById: best?.notedById ?? null,
        attendanceBy: best?.notedBy ?? '',
      })
      .where(eq(registrations.id, id));
  }
}
