import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { PlacedSlot } from '../domain/slot-rules.ts';
import type { CountedShift } from '../domain/shift-rules.ts';
import {
  programmeRooms,
  programmes,
  programmeShifts,
  programmeShiftTakers,
  programmeSlots,
  programmeSpeakers,
  programmeStands,
  programmeVolunteers,
  programmeZones,
} from '../tables.ts';

export type StoredProgramme = Omit<typeof programmes.$inferSelect, 'hubId'>;
export type StoredRoom = Omit<typeof programmeRooms.$inferSelect, 'hubId'>;
export type StoredZone = Omit<typeof programmeZones.$inferSelect, 'hubId'>;
export type StoredStand = Omit<typeof programmeStands.$inferSelect, 'hubId'>;
export type StoredVolunteer = Omit<typeof programmeVolunteers.$inferSelect, 'hubId'>;

export interface StoredSpeaker {
  key: string;
  name: string;
  organization: string;
  organizationId: string | null;
}

export interface StoredSlot extends PlacedSlot {
  version: number;
  kind: (typeof programmeSlots.$inferSelect)['kind'];
  brief: string;
  speakers: readonly StoredSpeaker[];
}

export interface StoredShift extends CountedShift {
  version: number;
  task: string;
  place: string;
  note: string;
}

/** The settings of a programme; null when the event has none. */
export async function readProgramme(db: Reader, eventId: string): Promise<StoredProgramme | null> {
  const [row] = await db.select().from(programmes).where(eq(programmes.eventId, eventId));
  return row ?? null;
}

export async function readRooms(db: Reader, eventId: string): Promise<StoredRoom[]> {
  return db
    .select()
    .from(programmeRooms)
    .where(eq(programmeRooms.eventId, eventId))
    .orderBy(asc(programmeRooms.position), asc(programmeRooms.id));
}

/** What happens, in the order of the day, with who speaks. */
export async function readSlots(db: Reader, eventId: string): Promise<StoredSlot[]> {
  const rows = await db
    .select()
    .from(programmeSlots)
    .where(eq(programmeSlots.eventId, eventId))
    .orderBy(asc(programmeSlots.startsLocal), asc(programmeSlots.endsLocal), asc(programmeSlots.id));
  const ids = rows.map(({ id }) => id);
  const speakers =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(programmeSpeakers)
          .where(inArray(programmeSpeakers.slotId, ids))
          .orderBy(asc(programmeSpeakers.position));
  const bySlot = Map.groupBy(speakers, ({ slotId }) => slotId);
  return rows.map(({ id, roomId, version, kind, title, brief, startsLocal, endsLocal, capacity }) => ({
    id,
    roomId,
    version,
    kind,
    title,
    brief,
    starts: startsLocal,
    ends: endsLocal,
    capacity,
    speakers: (bySlot.get(id) ?? []).map(({ nameKey, name, organization, organizationId }) => ({
      key: nameKey,
      name,
      organization,
      organizationId,
    })),
  }));
}

export async function readZones(db: Reader, eventId: string): Promise<StoredZone[]> {
  return db
    .select()
    .from(programmeZones)
    .where(eq(programmeZones.eventId, eventId))
    .orderBy(asc(programmeZones.position), asc(programmeZones.id));
}

/** Stands of an event, those to look at first. */
export async function readStands(db: Reader, eventId: string): Promise<StoredStand[]> {
  return db
    .select()
    .from(programmeStands)
    .where(eq(programmeStands.eventId, eventId))
    .orderBy(sql`${programmeStands.state} <> 'proposed'`, asc(programmeStands.mark), asc(programmeStands.name));
}

export async function readStand(db: Reader, id: string): Promise<StoredStand | null> {
  const [row] = await db.select().from(programmeStands).where(eq(programmeStands.id, id));
  return row ?? null;
}

/** Shifts of an event in order, with who took them. */
export async function readShifts(db: Reader, eventId: string): Promise<StoredShift[]> {
  const rows = await db
    .select()
    .from(programmeShifts)
    .where(eq(programmeShifts.eventId, eventId))
    .orderBy(asc(programmeShifts.startsLocal), asc(programmeShifts.task), asc(programmeShifts.id));
  const takers = await db
    .select()
    .from(programmeShiftTakers)
    .where(eq(programmeShiftTakers.eventId, eventId))
    .orderBy(asc(programmeShiftTakers.takenAt));
  const byShift = Map.groupBy(takers, ({ shiftId }) => shiftId);
  return rows.map(({ id, version, task, place, note, startsLocal, endsLocal, wanted }) => ({
    id,
    version,
    task,
    place,
    note,
    starts: startsLocal,
    ends: endsLocal,
    wanted,
    takers: (byShift.get(id) ?? []).map(({ volunteerId }) => volunteerId),
  }));
}

export async function readVolunteers(db: Reader, eventId: string): Promise<StoredVolunteer[]> {
  return db
    .select()
    .from(programmeVolunteers)
    .where(eq(programmeVolunteers.eventId, eventId))
    .orderBy(asc(programmeVolunteers.name));
}

export async function readVolunteer(db: Reader, eventId: string, id: string): Promise<StoredVolunteer | null> {
  const [row] = await db
    .select()
    .from(programmeVolunteers)
    .where(and(eq(programmeVolunteers.eventId, eventId), eq(programmeVolunteers.id, id)));
  return row ?? null;
}
