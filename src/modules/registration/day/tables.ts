import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { hubId, id, instant } from '#platform/db/columns.ts';
import type { AttendanceMark } from '../domain/registration-states.ts';
import type { RideState } from './domain/ride-matches.ts';

const line = (name: string) => text(name).notNull().default('');

/** What was seen at the door, by person and date. */
export const registrationMarks = pgTable(
  'registration_marks',
  {
    hubId: hubId(),
    id: id(),
    registrationId: id('registration_id'),
    occurrenceId: id('occurrence_id'),
    /** Null once taken back. */
    mark: text('mark').$type<AttendanceMark>(),
    markedAt: instant('marked_at').notNull(),
    notedAt: instant('noted_at').notNull(),
    notedById: uuid('noted_by_id'),
    notedBy: line('noted_by'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** What the team wrote to those registered. */
export const registrationMessages = pgTable(
  'registration_messages',
  {
    hubId: hubId(),
    id: id(),
    eventId: id('event_id'),
    occurrenceId: uuid('occurrence_id'),
    audience: text('audience').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    recipients: integer('recipients').notNull().default(0),
    sentById: uuid('sent_by_id'),
    sentBy: line('sent_by'),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Whom each message and each reminder reached. */
export const registrationLetters = pgTable(
  'registration_letters',
  {
    hubId: hubId(),
    id: id(),
    registrationId: id('registration_id'),
    messageId: uuid('message_id'),
    occurrenceId: uuid('occurrence_id'),
    reminderHours: integer('reminder_hours'),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Seats in cars, from one registered to another. */
export const registrationRides = pgTable(
  'registration_rides',
  {
    hubId: hubId(),
    id: id(),
    eventId: id('event_id'),
    driverId: id('driver_id'),
    passengerId: id('passenger_id'),
    askedBy: text('asked_by').$type<'driver' | 'passenger'>().notNull(),
    state: text('state').$type<RideState>().notNull().default('asked'),
    kilometres: integer('kilometres'),
    askedAt: instant('asked_at').notNull(),
    answeredAt: instant('answered_at'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);
