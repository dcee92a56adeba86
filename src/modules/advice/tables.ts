import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { hubId, id, instant } from '#platform/db/columns.ts';
import { requestChannels } from './domain/request-channels.ts';
import { requestOutcomes } from './domain/request-outcomes.ts';
import { requestStates } from './domain/request-states.ts';
import { messageKinds } from './domain/message-kinds.ts';
import { slotModes } from './domain/slot-modes.ts';

/** Who sends people to the hub. */
export const adviceReferrers = pgTable(
  'advice_referrers',
  { hubId: hubId(), id: id(), name: text('name').notNull(), createdAt: instant('created_at').notNull() },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Questions put to the hub, and where each stands. */
export const adviceRequests = pgTable(
  'advice_requests',
  {
    hubId: hubId(),
    id: id(),
    name: text('name').notNull(),
    email: text('email'),
    phone: text('phone'),
    situation: text('situation'),
    subject: text('subject').notNull().default(''),
    question: text('question').notNull(),
    selfCheck: text('self_check').notNull().default(''),
    wantsCall: boolean('wants_call').notNull().default(false),
    callWhen: text('call_when').notNull().default(''),
    cameFrom: text('came_from').notNull().default(''),
    channel: text('channel', { enum: requestChannels }).notNull().default('form'),
    typedById: uuid('typed_by_id'),
    typedBy: text('typed_by').notNull().default(''),
    personId: uuid('person_id'),
    state: text('state', { enum: requestStates }).notNull().default('waiting'),
    assignedToId: uuid('assigned_to_id'),
    referrerId: uuid('referrer_id'),
    tags: text('tags').array().notNull().default([]),
    outcome: text('outcome', { enum: requestOutcomes }),
    outcomeNote: text('outcome_note').notNull().default(''),
    receivedAt: instant('received_at').notNull(),
    /** Since when someone waits for the hub; null when it is not its turn. */
    waitingSince: instant('waiting_since'),
    firstAnsweredAt: instant('first_answered_at'),
    firstAnswerMinutes: integer('first_answer_minutes'),
    lastMessageAt: instant('last_message_at').notNull(),
    closedAt: instant('closed_at'),
    /** From then on the row only counts. */
    forgottenAt: instant('forgotten_at'),
    linkHash: text('link_hash'),
    codeHash: text('code_hash'),
    version: integer('version').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** What follows the question. */
export const adviceMessages = pgTable(
  'advice_messages',
  {
    hubId: hubId(),
    id: id(),
    requestId: uuid('request_id').notNull(),
    kind: text('kind', { enum: messageKinds }).notNull(),
    authorId: uuid('author_id'),
    authorName: text('author_name').notNull().default(''),
    text: text('text').notNull(),
    byMail: boolean('by_mail').notNull().default(false),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Moments that the hub offers. */
export const appointmentSlots = pgTable(
  'appointment_slots',
  {
    hubId: hubId(),
    id: id(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    mode: text('mode', { enum: slotModes }).notNull(),
    place: text('place').notNull().default(''),
    hostName: text('host_name').notNull().default(''),
    cancelledAt: instant('cancelled_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Slots taken. */
export const appointments = pgTable(
  'appointments',
  {
    hubId: hubId(),
    id: id(),
    slotId: uuid('slot_id').notNull(),
    requestId: uuid('request_id').notNull(),
    takenAt: instant('taken_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Who answers, by situation of the asker; the empty situation is everyone else's. */
export const adviceContacts = pgTable(
  'advice_contacts',
  {
    hubId: hubId(),
    id: id(),
    situation: text('situation').notNull().default(''),
    personId: uuid('person_id'),
    name: text('name').notNull(),
    role: text('role').notNull().default(''),
    phone: text('phone').notNull().default(''),
    imageId: uuid('image_id'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Answers written once, used often. */
export const readyAnswers = pgTable(
  'ready_answers',
  {
    hubId: hubId(),
    id: id(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    version: integer('version').notNull().default(1),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** What the hub promises to those who ask. */
export const adviceRules = pgTable(
  'advice_rules',
  {
    hubId: hubId(),
    answerDays: integer('answer_days').notNull(),
    version: integer('version').notNull().default(1),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId] })],
);
