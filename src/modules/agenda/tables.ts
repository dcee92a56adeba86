import { boolean, doublePrecision, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '#platform/context/context.ts';
import { day, hubId, id, instant, localTime } from '#platform/db/columns.ts';
import type { AccessKind } from './domain/accessibility.ts';
import type { EventStatus } from './domain/event-status.ts';
import type { Attendance, EventState } from './domain/event-states.ts';
import type { EventType } from './domain/event-types.ts';
import type { Perimeter } from './domain/perimeters.ts';
import type { EventFields } from './event/agenda-event.ts';

const line = (name: string) => text(name).notNull().default('');

/** Places where events happen. */
export const venues = pgTable(
  'venues',
  {
    hubId: hubId(),
    id: id(),
    version: integer('version').notNull().default(1),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    organizationId: uuid('organization_id'),
    street: line('street'),
    postalCode: line('postal_code'),
    city: line('city'),
    municipalityInsee: text('municipality_insee'),
    lon: doublePrecision('lon'),
    lat: doublePrecision('lat'),
    isApproximate: boolean('is_approximate').notNull().default(false),
    access: line('access'),
    accessibility: text('accessibility').array().$type<AccessKind[]>().notNull().default([]),
    accessibilityNote: line('accessibility_note'),
    trashedAt: instant('trashed_at'),
    mergedIntoId: uuid('merged_into_id'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Events of the hub and of its partners; their dates are in `agenda_occurrences`. */
export const agendaEvents = pgTable(
  'agenda_events',
  {
    hubId: hubId(),
    id: id(),
    slug: text('slug').notNull(),
    version: integer('version').notNull().default(1),
    status: text('status').$type<EventStatus>().notNull().default('draft'),
    trashedAt: instant('trashed_at'),
    /** Emptied after its time in the trash. */
    removedAt: instant('removed_at'),
    title: text('title').notNull(),
    brief: line('brief'),
    body: line('body'),
    type: text('type').$type<EventType>().notNull(),
    state: text('state').$type<EventState>().notNull().default('confirmed'),
    stateNote: line('state_note'),
    isOwn: boolean('is_own').notNull().default(false),
    perimeter: text('perimeter').$type<Perimeter>().notNull().default('declared'),
    zone: text('zone').notNull(),
    isAllDay: boolean('is_all_day').notNull().default(false),
    startsLocal: localTime('starts_local').notNull(),
    endsLocal: localTime('ends_local'),
    rule: text('rule'),
    alsoOn: jsonb('also_on').$type<EventFields['alsoOn']>().notNull().default([]),
    exceptOn: jsonb('except_on').$type<string[]>().notNull().default([]),
    writtenUntil: day('written_until'),
    sequence: integer('sequence').notNull().default(0),
    attendance: text('attendance').$type<Attendance>().notNull().default('onsite'),
    onlineLink: line('online_link'),
    isLinkPublic: boolean('is_link_public').notNull().default(false),
    venueId: uuid('venue_id'),
    placeNote: line('place_note'),
    isFree: boolean('is_free').notNull().default(false),
    conditions: line('conditions'),
    registrationUrl: line('registration_url'),
    audiences: text('audiences').array().notNull().default([]),
    themes: uuid('themes').array().notNull().default([]),
    imageId: uuid('image_id'),
    imageAlternative: line('image_alternative'),
    imageCredit: line('image_credit'),
    files: uuid('files').array().notNull().default([]),
    contactName: line('contact_name'),
    contactPhone: line('contact_phone'),
    contactEmail: line('contact_email'),
    personId: uuid('person_id'),
    origin: text('origin'),
    originPath: line('origin_path'),
    originOfficePath: line('origin_office_path'),
    repeatsId: uuid('repeats_id'),
    moderationNote: line('moderation_note'),
    publishedAt: instant('published_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Every address an event ever had. */
export const agendaEventSlugs = pgTable(
  'agenda_event_slugs',
  { hubId: hubId(), slug: text('slug').notNull(), eventId: id('event_id'), since: instant('since').notNull() },
  (table) => [primaryKey({ columns: [table.hubId, table.slug] })],
);

/** Who organises an event, besides the hub. */
export const agendaOrganizers = pgTable(
  'agenda_organizers',
  {
    hubId: hubId(),
    eventId: id('event_id'),
    position: integer('position').notNull(),
    organizationId: uuid('organization_id'),
    name: line('name'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.eventId, table.position] })],
);

/** Every date of every event, within two years. */
export const agendaOccurrences = pgTable(
  'agenda_occurrences',
  {
    hubId: hubId(),
    id: id(),
    eventId: id('event_id'),
    originalLocal: localTime('original_local').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    startsOn: day('starts_on').notNull(),
    lastOn: day('last_on').notNull(),
    isAllDay: boolean('is_all_day').notNull().default(false),
    hasEnd: boolean('has_end').notNull().default(true),
    isCancelled: boolean('is_cancelled').notNull().default(false),
    isMoved: boolean('is_moved').notNull().default(false),
    title: text('title'),
    note: line('note'),
    venueId: uuid('venue_id'),
    isLeftover: boolean('is_leftover').notNull().default(false),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** How the hub keeps its agenda. */
export const agendaSettings = pgTable(
  'agenda_settings',
  {
    hubId: hubId(),
    trustedRoles: text('trusted_roles').array().$type<Role[]>().notNull().default([]),
    perimeterNote: line('perimeter_note'),
    schoolZone: text('school_zone').$type<'A' | 'B' | 'C'>(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId] })],
);

export {
  agendaOutcomes,
  agendaPollAnswers,
  agendaPollChoices,
  agendaPollHosts,
  agendaPolls,
  agendaPollSlots,
  agendaSenders,
} from './tables-moderation.ts';

export { agendaCalendars, agendaSourceEvents, agendaSources } from './tables-sources.ts';
