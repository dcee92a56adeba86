import { eq, inArray } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import type { SessionFields } from '../../domain/session-fields.ts';
import { halfDaysOf, type StoredHalfDay } from '../../queries/stored-session.ts';
import { trainingHalfDays } from '../../tables.ts';

type HalfDayFields = SessionFields['halfDays'][number];

/** Writes the half-days of a session as they now are. Null when one whose attendance was noted would go or move. */
export async function writeHalfDays(
  work: CommandContext,
  sessionId: string,
  before: readonly StoredHalfDay[],
  wanted: readonly HalfDayFields[],
): Promise<StoredHalfDay[] | null> {
  const kept = new Map(before.map((halfDay) => [halfDay.id, halfDay]));
  const wantedIds = new Set(wanted.map(({ id }) => id));
  const gone = before.filter(({ id }) => !wantedIds.has(id));
  const moved = wanted.filter((halfDay) => {
    const stored = halfDay.id === null ? undefined : kept.get(halfDay.id);
    return stored?.notedAt && !isSameTime(stored, halfDay);
  });
  if (gone.some(({ notedAt }) => notedAt) || moved.length > 0) return null;
  if (gone.length > 0)
    await work.db.delete(trainingHalfDays).where(
      inArray(
        trainingHalfDays.id,
        gone.map(({ id }) => id),
      ),
    );
  // Two half-days may exchange their hours: those that stay make room first.
  const staying = wanted.filter(({ id }) => id !== null && kept.has(id));
  for (const [index, { id }] of staying.entries())
    await work.db
      .update(trainingHalfDays)
      .set({ heldOn: Temporal.PlainDate.from('0001-01-01').add({ days: index }) })
      .where(eq(trainingHalfDays.id, id ?? ''));
  for (const { id, ...fields } of wanted) {
    if (id !== null && kept.has(id))
      await work.db.update(trainingHalfDays).set(fields).where(eq(trainingHalfDays.id, id));
    else await work.db.insert(trainingHalfDays).values({ ...fields, id: work.newId(), sessionId });
  }
  return halfDaysOf(work.db, sessionId);
}

function isSameTime(stored: StoredHalfDay, { heldOn, startsAt, endsAt }: HalfDayFields): boolean {
  return stored.heldOn.equals(heldOn) && stored.startsAt === startsAt && stored.endsAt === endsAt;
}
