import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { programmeChanged } from '../facts.ts';
import { mayKeepProgrammes } from '../policy.ts';
import { readRooms, readSlots } from '../queries/stored-programme.ts';
import { programmeRooms } from '../tables.ts';
import { beginProgramme, lockProgramme } from './lock-programme.ts';

export const roomFields = z.object({
  name: z.string().trim().min(1, 'Donnez un nom à la salle.').max(80, 'Ce nom tient en 80 caractères.'),
  capacity: z.int('Un nombre entier.').min(1).max(10_000, 'C’est plus qu’un stade.').nullable().default(null),
  note: z.string().trim().max(280, 'Cette note tient en 280 caractères.').default(''),
});

/** Adds a room or changes one. It may not become smaller than what is announced in it. */
export const saveRoom = command({
  name: 'programme.save-room',
  input: z.object({ eventId: z.uuid(), id: z.uuid().nullable(), fields: roomFields }),
  allow: mayKeepProgrammes,
  async run(work, { eventId, id, fields }) {
    const locked = await beginProgramme(work, eventId);
    if (!locked) return refuse('not_found');
    const kept = id ?? work.newId();
    if (id === null) {
      const count = (await readRooms(work.db, eventId)).length;
      if (count >= 40) return refuse('too_many');
      await work.db.insert(programmeRooms).values({ id: kept, eventId, position: count, ...fields });
    } else {
      const { capacity } = fields;
      const slots = (await readSlots(work.db, eventId)).filter(({ roomId }) => roomId === id);
      if (capacity !== null && slots.some((slot) => (slot.capacity ?? 0) > capacity))
        return refuse('room_too_small', {
          fields: { capacity: 'Un créneau de cette salle annonce plus de places.' },
        });
      const done = await work.db
        .update(programmeRooms)
        .set(fields)
        .where(and(eq(programmeRooms.eventId, eventId), eq(programmeRooms.id, id)))
        .returning({ id: programmeRooms.id });
      if (done.length === 0) return refuse('not_found');
    }
    work.publish(programmeChanged(eventId));
    work.record({
      subjectKind: 'event',
      subjectId: eventId,
      summary: `Salle « ${fields.name} » ${id === null ? 'ajoutée' : 'modifiée'} (« ${locked.event.fields.title} »)`,
    });
    return accept({ id: kept });
  },
});

/** Takes away a room where nothing happens. */
export const removeRoom = command({
  name: 'programme.remove-room',
  input: z.object({ eventId: z.uuid(), id: z.uuid() }),
  allow: mayKeepProgrammes,
  async run(work, { eventId, id }) {
    const locked = await lockProgramme(work, eventId);
    if (!locked) return refuse('not_found');
    if ((await readSlots(work.db, eventId)).some(({ roomId }) => roomId === id)) return refuse('room_used');
    const [gone] = await work.db
      .delete(programmeRooms)
      .where(and(eq(programmeRooms.eventId, eventId), eq(programmeRooms.id, id)))
      .returning({ name: programmeRooms.name });
    if (!gone) return refuse('not_found');
    work.publish(programmeChanged(eventId));
    work.record({ subjectKind: 'event', subjectId: eventId, summary: `Salle « ${gone.name} » retirée` });
    return accept({ id });
  },
});
