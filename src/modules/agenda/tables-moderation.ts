import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, hubId, id, instant, localTime } from '#platform/db/columns.ts';
import type { PollAudience, PollChoice } from './domain/polls.ts';

const line = (name: string) => text(name).notNull().default('');

/** Who proposed an event, so that she is told what became of it. */
export const agendaSenders = pgTable(
  'agenda_senders',
  {
    hubId: hubId(),
    eventId: id('event_id'),
    name: text('name').notNull(),
    email: line('email'),
    phone: line('phone'),
    personId: uuid('person_id'),
    reason: line('reason'),
    placeName: line('place_name'),
    placeCity: line('place_city'),
    sentAt: instant('sent_at').notNull(),
    toldVersion: integer('told_version').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.eventId] })],
);

/** A date looked for together. */
export const agendaPolls = pgTable(
  'agenda_polls',
  {
    hubId: hubId(),
    id: id(),
    version: integer('version').notNull().default(1),
    title: text('title').notNull(),
    words: line('words'),
    zone: text('zone').notNull(),
    shownTo: text('shown_to').$type<PollAudience>().notNull().default('everyone'),
    asksHosts: boolean('asks_hosts').notNull().default(false),
    closesOn: day('closes_on'),
    closedAt: instant('closed_at'),
    eventId: uuid('event_id'),
    trashedAt: instant('trashed_at'),
    personId: uuid('person_id'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

export const agendaPollSlots = pgTable(
  'agenda_poll_slots',
  {
    hubId: hubId(),
    id: id(),
    pollId: id('poll_id'),
    startsLocal: localTime('starts_local').notNull(),
    minutes: integer('minutes').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Who could receive, to choose among. */
export const agendaPollHosts = pgTable(
  'agenda_poll_hosts',
  {
    hubId: hubId(),
    id: id(),
    pollId: id('poll_id'),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    organizationId: uuid('organization_id'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

export const agendaPollAnswers = pgTable(
  'agenda_poll_answers',
  {
    hubId: hubId(),
    id: id(),
    pollId: id('poll_id'),
    name: text('name').notNull(),
    organizationName: line('organization_name'),
    email: line('email'),
    personId: uuid('person_id'),
    comment: line('comment'),
    canHost: boolean('can_host').notNull().default(false),
    hostWords: line('host_words'),
    hosts: uuid('hosts').array().notNull().default([]),
    isNeeded: boolean('is_needed').notNull().default(false),
    isTypedByTeam: boolean('is_typed_by_team').notNull().default(false),
    toldAt: instant('told_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

export const agendaPollChoices = pgTable(
  'agenda_poll_choices',
  {
    hubId: hubId(),
    answerId: id('answer_id'),
    slotId: id('slot_id'),
    choice: text('choice').$type<PollChoice>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.answerId, table.slotId] })],
);

/** What came out of a past date. */
export const agendaOutcomes = pgTable(
  'agenda_outcomes',
  {
    hubId: hubId(),
    id: id(),
    occurrenceId: id('occurrence_id'),
    eventId: id('event_id'),
    version: integer('version').notNull().default(1),
    words: line('words'),
    attended: integer('attended'),
    decisions: line('decisions'),
    nextSteps: line('next_steps'),
    thanks: line('thanks'),
    figures: jsonb('figures').$type<{ label: string; value: string }[]>().notNull().default([]),
    photos: uuid('photos').array().notNull().default([]),
    files: uuid('files').array().notNull().default([]),
    isDismissed: boolean('is_dismissed').notNull().default(false),
    personId: uuid('person_id'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);
