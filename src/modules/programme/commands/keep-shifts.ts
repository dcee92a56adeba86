import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { shiftRefusal } from '../domain/shift-rules.ts';
import { programmeChanged } from '../facts.ts';
import { mayKeepProgrammes } from '../policy.ts';
import { eventDays } from '../queries/event-days.ts';
import { readShifts } from '../queries/stored-programme.ts';
import { programmeShifts } from '../tables.ts';
import { stretchFields, stretchProblem } from './local-times.ts';
import { beginProgramme, lockProgramme } from './lock-programme.ts';

export const shiftFields = z.object({
  task: z.string().trim().min(1, 'Dites ce qu’il y a à faire.').max(120, 'Cela tient en 120 caractères.'),
  place: z.string().trim().max(120, 'Cela tient en 120 caractères.').default(''),
  note: z.string().trim().max(280, 'Cette note tient en 280 caractères.').default(''),
  when: stretchFields,
  wanted: z.int('Un nombre entier.').min(1, 'Une personne au moins.').max(500, '500 au plus.'),
});

/** Adds a shift or changes one: those who took it must still be able to, and be no more than wanted. */
export const saveShift = command({
  name: 'programme.save-shift',
  input: z.object({
    eventId: z.uuid(),
    id: z.uuid().nullable(),
    version: z.int().positive().nullable(),
    fields: shiftFields,
  }),
  allow: mayKeepProgrammes,
  async run(work, { eventId, id, version, fields: { when, ...fields } }) {
    const early = stretchProblem(when);
    if (early) return refuse('ends_before_start', { fields: early });
    const locked = await beginProgramme(work, eventId);
    if (!locked) return refuse('not_found');
    const days = await eventDays(work.db, eventId);
    const day = when.starts.toPlainDate();
    // Putting up and taking down may be of the day before and the day after.
    if (!days.some((one) => Math.abs(one.until(day).days) <= 1))
      return refuse('outside_event', { fields: { day: 'C’est loin du jour du rendez-vous.' } });
    const all = await readShifts(work.db, eventId);
    const stored = all.find((shift) => shift.id === id);
    if (id !== null && !stored) return refuse('not_found');
    if (stored && stored.version !== version) return refuse('edited_meanwhile');
    if (id === null && all.length >= 300) return refuse('too_many');
    const takers = stored?.takers ?? [];
    if (takers.length > fields.wanted)
      return refuse('shift_full', { fields: { wanted: `${takers.length} personnes sont déjà inscrites.` } });
    const kept = id ?? work.newId();
    const changed = { id: kept, ...when, wanted: fields.wanted, takers };
    if (takers.some((taker) => shiftRefusal(changed, taker, all) === 'volunteer_busy'))
      return refuse('volunteer_busy', { fields: { from: 'Quelqu’un d’inscrit est ailleurs à cette heure.' } });
    const row = { ...fields, startsLocal: when.starts, endsLocal: when.ends };
    if (stored)
      await work.db
        .update(programmeShifts)
        .set({ ...row, version: stored.version + 1 })
        .where(eq(programmeShifts.id, stored.id));
    else await work.db.insert(programmeShifts).values({ id: kept, eventId, ...row });
    work.publish(programmeChanged(eventId));
    work.record({
      subjectKind: 'event',
      subjectId: eventId,
      summary: `Tour de bénévoles « ${fields.task} » ${stored ? 'modifié' : 'ajouté'} (« ${locked.event.fields.title} »)`,
    });
    return accept({ id: kept });
  },
});

/** Takes away a shift that nobody took. */
export const removeShift = command({
  name: 'programme.remove-shift',
  input: z.object({ eventId: z.uuid(), id: z.uuid() }),
  allow: mayKeepProgrammes,
  async run(work, { eventId, id }) {
    const locked = await lockProgramme(work, eventId);
    if (!locked) return refuse('not_found');
    const shift = (await readShifts(work.db, eventId)).find((one) => one.id === id);
    if (!shift) return refuse('not_found');
    if (shift.takers.length > 0) return refuse('shift_taken');
    await work.db.delete(programmeShifts).where(and(eq(programmeShifts.eventId, eventId), eq(programmeShifts.id, id)));
    work.publish(programmeChanged(eventId));
    work.record({ subjectKind: 'event', subjectId: eventId, summary: `Tour de bénévoles « ${shift.task} » retiré` });
    return accept({ id });
  },
});
