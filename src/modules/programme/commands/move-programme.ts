import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { programmeChanged } from '../facts.ts';
import { mayKeepProgrammes } from '../policy.ts';
import { programmeShifts, programmeSlots } from '../tables.ts';
import { lockProgramme } from './lock-programme.ts';

/** Moves the whole day, slots and shifts, when the event changed its date or its hour. */
export const moveProgramme = command({
  name: 'programme.move',
  input: z.object({
    eventId: z.uuid(),
    days: z.int().min(-1000).max(1000),
    minutes: z.int().min(-1440).max(1440),
  }),
  allow: mayKeepProgrammes,
  async run(work, { eventId, days, minutes }) {
    const locked = await lockProgramme(work, eventId);
    if (!locked) return refuse('not_found');
    // In local time: a day is a day, whatever the clocks do that night.
    const by = sql`make_interval(days => ${days}, mins => ${minutes})`;
    await work.db
      .update(programmeSlots)
      .set({
        startsLocal: sql`${programmeSlots.startsLocal} + ${by}`,
        endsLocal: sql`${programmeSlots.endsLocal} + ${by}`,
        version: sql`${programmeSlots.version} + 1`,
        updatedAt: work.now(),
      })
      .where(eq(programmeSlots.eventId, eventId));
    await work.db
      .update(programmeShifts)
      .set({
        startsLocal: sql`${programmeShifts.startsLocal} + ${by}`,
        endsLocal: sql`${programmeShifts.endsLocal} + ${by}`,
        version: sql`${programmeShifts.version} + 1`,
      })
      .where(eq(programmeShifts.eventId, eventId));
    work.publish(programmeChanged(eventId));
    work.record({
      subjectKind: 'event',
      subjectId: eventId,
      summary: `Programme de « ${locked.event.fields.title} » décalé de ${days} jours et ${minutes} minutes`,
    });
    return accept({ eventId });
  },
});
