import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { hubId, id, instant, localTime } from '#platform/db/columns.ts';
import type { SlotKind } from './domain/slot-kinds.ts';
import type { StandState } from './domain/stand-states.ts';

const line = (name: string) => text(name).notNull().default('');

/** The programme of an event: one row, locked by every act on it. */
export const programmes = pgTable(
  'programmes',
  {
    hubId: hubId(),
    eventId: id('event_id'),
    version: integer('version').notNull().default(1),
    isPublished: boolean('is_published').notNull().default(false),
    intro: line('intro'),
    takesStands: boolean('takes_stands').notNull().default(false),
    standNote: line('stand_note'),
    takesVolunteers: boolean('takes_volunteers').notNull().default(false),
    volunteerNote: line('volunteer_note'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.eventId] })],
);

export const programmeRooms = pgTable(
  'programme_rooms',
  {
    hubId: hubId(),
    id: id(),
    eventId: id('event_id'),
    name: text('name').notNull(),
    capacity: integer('capacity'),
    note: line('note'),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** What happens in a room, or everywhere. */
export const programmeSlots = pgTable(
  'programme_slots',
  {
    hubId: hubId(),
    id: id(),
    eventId: id('event_id'),
    roomId: uuid('room_id'),
    version: integer('version').notNull().default(1),
    kind: text('kind').$type<SlotKind>().notNull(),
    title: text('title').notNull(),
    brief: line('brief'),
    startsLocal: localTime('starts_local').notNull(),
    endsLocal: localTime('ends_local').notNull(),
    capacity: integer('capacity'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

export const programmeSpeakers = pgTable(
  'programme_speakers',
  {
    hubId: hubId(),
    slotId: id('slot_id'),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    organization: line('organization'),
    organizationId: uuid('organization_id'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.slotId, table.position] })],
);

/** Where stands are put up, and what there is for them. */
export const programmeZones = pgTable(
  'programme_zones',
  {
    hubId: hubId(),
    id: id(),
    eventId: id('event_id'),
    name: text('name').notNull(),
    places: integer('places').notNull(),
    sockets: integer('sockets').notNull().default(0),
    walls: integer('walls').notNull().default(0),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

export const programmeStands = pgTable(
  'programme_stands',
  {
    hubId: hubId(),
    id: id(),
    eventId: id('event_id'),
    version: integer('version').notNull().default(1),
    state: text('state').$type<StandState>().notNull(),
    name: text('name').notNull(),
    organizationId: uuid('organization_id'),
    activity: line('activity'),
    zoneId: uuid('zone_id'),
    mark: line('mark'),
    places: integer('places').notNull().default(1),
    tables: integer('tables').notNull().default(1),
    chairs: integer('chairs').notNull().default(2),
    needsSocket: boolean('needs_socket').notNull().default(false),
    needsWall: boolean('needs_wall').notNull().default(false),
    needsNote: line('needs_note'),
    contactName: line('contact_name'),
    email: line('email'),
    phone: line('phone'),
    personId: uuid('person_id'),
    answer: line('answer'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

export const programmeShifts = pgTable(
  'programme_shifts',
  {
    hubId: hubId(),
    id: id(),
    eventId: id('event_id'),
    version: integer('version').notNull().default(1),
    task: text('task').notNull(),
    place: line('place'),
    note: line('note'),
    startsLocal: localTime('starts_local').notNull(),
    endsLocal: localTime('ends_local').notNull(),
    wanted: integer('wanted').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

export const programmeVolunteers = pgTable(
  'programme_volunteers',
  {
    hubId: hubId(),
    id: id(),
    eventId: id('event_id'),
    name: text('name').notNull(),
    email: line('email'),
    phone: line('phone'),
    contactKey: text('contact_key').notNull(),
    personId: uuid('person_id'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

export const programmeShiftTakers = pgTable(
  'programme_shift_takers',
  {
    hubId: hubId(),
    eventId: id('event_id'),
    shiftId: id('shift_id'),
    volunteerId: id('volunteer_id'),
    takenAt: instant('taken_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.shiftId, table.volunteerId] })],
);
