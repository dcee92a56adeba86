import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { roomLeft } from '../domain/stand-rules.ts';
import { programmeChanged } from '../facts.ts';
import { mayKeepProgrammes } from '../policy.ts';
import { readStands, readZones } from '../queries/stored-programme.ts';
import { programmeZones } from '../tables.ts';
import { beginProgramme, lockProgramme } from './lock-programme.ts';

const count = (least: number) => z.int('Un nombre entier.').min(least, 'C’est trop peu.').max(1000, 'C’est trop.');

export const zoneFields = z.object({
  name: z.string().trim().min(1, 'Donnez un nom à la zone.').max(80, 'Ce nom tient en 80 caractères.'),
  places: count(1),
  sockets: count(0).default(0),
  walls: count(0).default(0),
});

/** Adds a zone for stands or changes one. It may not become smaller than what was promised in it. */
export const saveZone = command({
  name: 'programme.save-zone',
  input: z.object({ eventId: z.uuid(), id: z.uuid().nullable(), fields: zoneFields }),
  allow: mayKeepProgrammes,
  async run(work, { eventId, id, fields }) {
    const locked = await beginProgramme(work, eventId);
    if (!locked) return refuse('not_found');
    const kept = id ?? work.newId();
    if (id === null) {
      const known = (await readZones(work.db, eventId)).length;
      if (known >= 40) return refuse('too_many');
      await work.db.insert(programmeZones).values({ id: kept, eventId, position: known, ...fields });
    } else {
      const there = (await readStands(work.db, eventId)).filter(
        ({ zoneId, state }) => zoneId === id && state === 'accepted',
      );
      const left = roomLeft(fields, there);
      if (left.places < 0 || left.sockets < 0 || left.walls < 0)
        return refuse('zone_promised', { fields: tooSmall(left) });
      const done = await work.db
        .update(programmeZones)
        .set(fields)
        .where(and(eq(programmeZones.eventId, eventId), eq(programmeZones.id, id)))
        .returning({ id: programmeZones.id });
      if (done.length === 0) return refuse('not_found');
    }
    work.publish(programmeChanged(eventId));
    work.record({
      subjectKind: 'event',
      subjectId: eventId,
      summary: `Zone de stands « ${fields.name} » ${id === null ? 'ajoutée' : 'modifiée'} (« ${locked.event.fields.title} »)`,
    });
    return accept({ id: kept });
  },
});

function tooSmall(left: ReturnType<typeof roomLeft>): Record<string, string> {
  const message = 'Les stands déjà acceptés en prennent plus.';
  return {
    ...(left.places < 0 ? { places: message } : {}),
    ...(left.sockets < 0 ? { sockets: message } : {}),
    ...(left.walls < 0 ? { walls: message } : {}),
  };
}

/** Takes away a zone where no stand is placed. */
export const removeZone = command({
  name: 'programme.remove-zone',
  input: z.object({ eventId: z.uuid(), id: z.uuid() }),
  allow: mayKeepProgrammes,
  async run(work, { eventId, id }) {
    const locked = await lockProgramme(work, eventId);
    if (!locked) return refuse('not_found');
    if ((await readStands(work.db, eventId)).some(({ zoneId }) => zoneId === id)) return refuse('zone_used');
    const [gone] = await work.db
      .delete(programmeZones)
      .where(and(eq(programmeZones.eventId, eventId), eq(programmeZones.id, id)))
      .returning({ name: programmeZones.name });
    if (!gone) return refuse('not_found');
    work.publish(programmeChanged(eventId));
    work.record({ subjectKind: 'event', subjectId: eventId, summary: `Zone de stands « ${gone.name} » retirée` });
    return accept({ id });
  },
});
