import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { organizationsByName } from '#modules/directory/index.ts';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { formatTimeRange } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { readSpeakers, speakerKey } from '../domain/speakers-text.ts';
import { slotKinds } from '../domain/slot-kinds.ts';
import { slotRefusal, type PlacedSlot, type SlotRefusal } from '../domain/slot-rules.ts';
import { programmeChanged } from '../facts.ts';
import { mayKeepProgrammes } from '../policy.ts';
import { eventDays } from '../queries/event-days.ts';
import { readRooms, readSlots } from '../queries/stored-programme.ts';
import { programmeSlots, programmeSpeakers } from '../tables.ts';
import { stretchFields, stretchProblem } from './local-times.ts';
import { beginProgramme } from './lock-programme.ts';

const mostSlots = 400;

export const slotFields = z.object({
  kind: z.enum(slotKinds),
  title: z.string().trim().min(1, 'Donnez un titre.').max(160, 'Ce titre tient en 160 caractères.'),
  brief: z.string().trim().max(600, 'Ce texte tient en 600 caractères.').default(''),
  /** Null: everywhere. */
  roomId: z.uuid().nullable().default(null),
  when: stretchFields,
  capacity: z.int('Un nombre entier.').min(1).max(10_000).nullable().default(null),
  /** One person a line, with her structure after a comma. */
  speakers: z
    .string()
    .max(2000)
    .default('')
    .transform(readSpeakers)
    .refine((all) => all.length <= 12, 'Douze personnes au plus.')
    .refine((all) => all.every(({ name, organization }) => name.length <= 120 && organization.length <= 160), {
      message: 'Une personne par ligne : nom, structure.',
    }),
});
export type SlotInput = z.input<typeof slotFields>;

/** Adds a slot or changes one: nobody speaks in two places at once, no room holds two things. */
export const saveSlot = command({
  name: 'programme.save-slot',
  input: z.object({
    eventId: z.uuid(),
    id: z.uuid().nullable(),
    version: z.int().positive().nullable(),
    fields: slotFields,
  }),
  allow: mayKeepProgrammes,
  async run(work, { eventId, id, version, fields }) {
    const early = stretchProblem(fields.when);
    if (early) return refuse('ends_before_start', { fields: early });
    const locked = await beginProgramme(work, eventId);
    if (!locked) return refuse('not_found');
    const rooms = await readRooms(work.db, eventId);
    const slots = await readSlots(work.db, eventId);
    const days = await eventDays(work.db, eventId);
    const stored = slots.find((slot) => slot.id === id);
    if (id !== null && !stored) return refuse('not_found');
    if (stored && stored.version !== version) return refuse('edited_meanwhile');
    if (id === null && slots.length >= mostSlots) return refuse('too_many');
    const room = rooms.find((one) => one.id === fields.roomId) ?? null;
    if (fields.roomId !== null && !room)
      return refuse('not_found', { fields: { roomId: 'Cette salle n’existe plus.' } });
    if (!days.some((day) => day.equals(fields.when.starts.toPlainDate())))
      return refuse('outside_event', { fields: { day: 'Le rendez-vous n’a pas lieu ce jour-là.' } });
    const slot: PlacedSlot = {
      id: id ?? work.newId(),
      title: fields.title,
      roomId: fields.roomId,
      capacity: fields.capacity,
      speakers: fields.speakers.map(({ name }) => ({ key: speakerKey(name), name })),
      ...fields.when,
    };
    const refusal = slotRefusal(slot, slots, room);
    if (refusal) return refuse(refusal.reason, { fields: refusalFields(refusal) });
    await writeSlot(work, { eventId, slot, fields, version: stored?.version ?? null });
    work.publish(programmeChanged(eventId));
    work.record({
      subjectKind: 'event',
      subjectId: eventId,
      summary: `Créneau « ${fields.title} » ${id === null ? 'ajouté au' : 'modifié dans le'} programme de « ${locked.event.fields.title} »`,
    });
    return accept({ id: slot.id });
  },
});

async function writeSlot(
  work: CommandContext,
  {
    eventId,
    slot,
    fields,
    version,
  }: { eventId: string; slot: PlacedSlot; fields: z.output<typeof slotFields>; version: number | null },
): Promise<void> {
  const now = work.now();
  const row = {
    roomId: slot.roomId,
    kind: fields.kind,
    title: fields.title,
    brief: fields.brief,
    startsLocal: slot.starts,
    endsLocal: slot.ends,
    capacity: fields.capacity,
    updatedAt: now,
  };
  if (version === null) await work.db.insert(programmeSlots).values({ id: slot.id, eventId, createdAt: now, ...row });
  else
    await work.db
      .update(programmeSlots)
      .set({ ...row, version: version + 1 })
      .where(eq(programmeSlots.id, slot.id));
  await work.db.delete(programmeSpeakers).where(eq(programmeSpeakers.slotId, slot.id));
  if (fields.speakers.length === 0) return;
  const names = fields.speakers.map(({ organization }) => organization).filter(Boolean);
  const known = await organizationsByName(work.db, names);
  await work.db.insert(programmeSpeakers).values(
    fields.speakers.map(({ name, organization }, position) => ({
      slotId: slot.id,
      position,
      name,
      nameKey: speakerKey(name),
      organization,
      organizationId: known.get(organization)?.id ?? null,
    })),
  );
}

/** The sentence beside the field that is in the way. */
function refusalFields(refusal: SlotRefusal): Record<string, string> {
  if (refusal.reason === 'room_too_small')
    return { capacity: `Cette salle contient ${refusal.room.capacity} personnes.` };
  const { by } = refusal;
  const told = `« ${by.title} », ${formatTimeRange(by.starts, by.ends)}`;
  return refusal.reason === 'room_taken'
    ? { roomId: `La salle est prise : ${told}.` }
    : { speakers: `${refusal.name} intervient déjà ailleurs : ${told}.` };
}

/** Takes a slot out of the programme. */
export const removeSlot = command({
  name: 'programme.remove-slot',
  input: z.object({ eventId: z.uuid(), id: z.uuid() }),
  allow: mayKeepProgrammes,
  async run(work, { eventId, id }) {
    const locked = await beginProgramme(work, eventId);
    if (!locked) return refuse('not_found');
    const [gone] = await work.db
      .delete(programmeSlots)
      .where(and(eq(programmeSlots.eventId, eventId), eq(programmeSlots.id, id)))
      .returning({ title: programmeSlots.title });
    if (!gone) return refuse('not_found');
    work.publish(programmeChanged(eventId));
    work.record({ subjectKind: 'event', subjectId: eventId, summary: `Créneau « ${gone.title} » retiré du programme` });
    return accept({ id });
  },
});
