import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { programmeChanged } from '../facts.ts';
import { programmeShiftTakers, programmeVolunteers } from '../tables.ts';
import { lockProgramme } from './lock-programme.ts';

/** Someone gives up a shift, by her private link or through the team; with the last one, nothing is kept of her. */
export const leaveShift = command({
  name: 'programme.leave-shift',
  input: z.object({ eventId: z.uuid(), shiftId: z.uuid(), volunteerId: z.uuid() }),
  // The signed link, or the route of the team, is the right.
  allow: () => true,
  async run(work, { eventId, shiftId, volunteerId }) {
    const locked = await lockProgramme(work, eventId);
    if (!locked) return refuse('not_found');
    const gone = await work.db
      .delete(programmeShiftTakers)
      .where(
        and(
          eq(programmeShiftTakers.eventId, eventId),
          eq(programmeShiftTakers.shiftId, shiftId),
          eq(programmeShiftTakers.volunteerId, volunteerId),
        ),
      )
      .returning({ shiftId: programmeShiftTakers.shiftId });
    if (gone.length === 0) return refuse('not_found');
    const [other] = await work.db
      .select({ shiftId: programmeShiftTakers.shiftId })
      .from(programmeShiftTakers)
      .where(eq(programmeShiftTakers.volunteerId, volunteerId))
      .limit(1);
    if (!other) await work.db.delete(programmeVolunteers).where(eq(programmeVolunteers.id, volunteerId));
    work.publish(programmeChanged(eventId));
    work.record({
      subjectKind: 'event',
      subjectId: eventId,
      summary: `Place de bénévole libérée (« ${locked.event.fields.title} »)`,
    });
    return accept({ isLast: !other });
  },
});
