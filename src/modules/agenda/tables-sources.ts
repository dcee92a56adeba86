import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { hubId, id, instant } from '#platform/db/columns.ts';
import type { EventType } from './domain/event-types.ts';
import type { Perimeter } from './domain/perimeters.ts';
import type { EventInput } from './event/agenda-event.ts';
import type { IncomingOverride } from './imports/read/incoming-event.ts';
import type { SourceReport, Trust } from './imports/domain/source-report.ts';

const line = (name: string) => text(name).notNull().default('');

/** Calendars of others that the agenda follows. */
export const agendaSources = pgTable(
  'agenda_sources',
  {
    hubId: hubId(),
    id: id(),
    version: integer('version').notNull().default(1),
    name: text('name').notNull(),
    url: text('url'),
    apiKey: line('api_key'),
    kind: text('kind').$type<'ical' | 'openagenda' | 'page'>(),
    trust: text('trust').$type<Trust>().notNull().default('propose'),
    words: line('words'),
    towns: text('towns').array().notNull().default([]),
    types: text('types').array().$type<EventType[]>().notNull().default([]),
    defaultType: text('default_type').$type<EventType>().notNull().default('other'),
    perimeter: text('perimeter').$type<Perimeter>().notNull().default('declared'),
    organizationId: uuid('organization_id'),
    organizerName: line('organizer_name'),
    themes: uuid('themes').array().notNull().default([]),
    audiences: text('audiences').array().notNull().default([]),
    isPaused: boolean('is_paused').notNull().default(false),
    etag: text('etag'),
    lastModified: text('last_modified'),
    checkedAt: instant('checked_at'),
    succeededAt: instant('succeeded_at'),
    dueAt: instant('due_at'),
    failures: integer('failures').notNull().default(0),
    problem: line('problem'),
    report: jsonb('report').$type<SourceReport>(),
    trashedAt: instant('trashed_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** What came from a source: by its name there, and the event it became. */
export const agendaSourceEvents = pgTable(
  'agenda_source_events',
  {
    hubId: hubId(),
    id: id(),
    sourceId: id('source_id'),
    uid: text('uid').notNull(),
    eventId: id('event_id'),
    sequence: integer('sequence').notNull().default(0),
    url: line('url'),
    given: jsonb('given').$type<EventInput>().notNull(),
    overrides: jsonb('overrides').$type<readonly IncomingOverride[]>().notNull().default([]),
    isDetached: boolean('is_detached').notNull().default(false),
    seenAt: instant('seen_at').notNull(),
    goneAt: instant('gone_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Calendars that someone follows: what was chosen, and who chose it. */
export const agendaCalendars = pgTable(
  'agenda_calendars',
  {
    hubId: hubId(),
    id: id(),
    name: line('name'),
    personId: uuid('person_id'),
    question: line('question'),
    hasRegistrations: boolean('has_registrations').notNull().default(false),
    hasAgenda: boolean('has_agenda').notNull().default(true),
    alarmMinutes: integer('alarm_minutes'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);
