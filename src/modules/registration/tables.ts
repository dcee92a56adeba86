import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { hubId, id, instant } from '#platform/db/columns.ts';
import type { Answers } from './domain/answers.ts';
import type { Price, PromoCode } from './domain/prices.ts';
import type { Question } from './domain/questions.ts';
import type { SeatKind } from './domain/seats.ts';
import type { AttendanceMark, RegistrationState, StateReason } from './domain/registration-states.ts';
import type { WaitingRule } from './domain/waiting-list.ts';
import type { PaymentWay } from '#modules/payments/index.ts';

const line = (name: string) => text(name).notNull().default('');

/** What an event offers to those who register. */
export const registrationOffers = pgTable(
  'registration_offers',
  {
    hubId: hubId(),
    eventId: id('event_id'),
    version: integer('version').notNull().default(1),
    isOpen: boolean('is_open').notNull().default(false),
    scope: text('scope').$type<'each' | 'whole'>().notNull().default('each'),
    opensAt: instant('opens_at'),
    closesAt: instant('closes_at'),
    closesHours: integer('closes_hours').notNull().default(0),
    capacity: integer('capacity'),
    fewest: integer('fewest'),
    seatKinds: jsonb('seat_kinds').$type<SeatKind[]>().notNull().default([]),
    questions: jsonb('questions').$type<Question[]>().notNull().default([]),
    prices: jsonb('prices').$type<Price[]>().notNull().default([]),
    promoCodes: jsonb('promo_codes').$type<PromoCode[]>().notNull().default([]),
    paymentWays: text('payment_ways').array().$type<PaymentWay[]>().notNull().default([]),
    holdMinutes: integer('hold_minutes').notNull().default(30),
    mostPeople: integer('most_people').notNull().default(6),
    hasWaitingList: boolean('has_waiting_list').notNull().default(true),
    waitingRule: text('waiting_rule').$type<WaitingRule>().notNull().default('arrival'),
    keepsGroups: boolean('keeps_groups').notNull().default(true),
    offerHours: integer('offer_hours').notNull().default(48),
    cancelHours: integer('cancel_hours').notNull().default(0),
    reminderHours: integer('reminder_hours').array().notNull().default([48]),
    conditions: line('conditions'),
    confirmationNote: line('confirmation_note'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.eventId] })],
);

/** Where seats are counted: one date of an event, or all of it. */
export const registrationPools = pgTable(
  'registration_pools',
  {
    hubId: hubId(),
    id: id(),
    eventId: id('event_id'),
    occurrenceId: uuid('occurrence_id'),
    lastArrival: integer('last_arrival').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** One act of registering, for oneself or for several. */
export const registrationBookings = pgTable(
  'registration_bookings',
  {
    hubId: hubId(),
    id: id(),
    poolId: id('pool_id'),
    name: text('name').notNull(),
    email: text('email'),
    phone: line('phone'),
    personId: uuid('person_id'),
    channel: text('channel').$type<'site' | 'staff'>().notNull(),
    typedById: uuid('typed_by_id'),
    typedBy: line('typed_by'),
    paymentWay: text('payment_way').$type<PaymentWay>(),
    promoCode: line('promo_code'),
    totalCents: integer('total_cents').notNull().default(0),
    heldUntil: instant('held_until'),
    linkHash: text('link_hash'),
    linkTurn: integer('link_turn').notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** One person who comes, or would. */
export const registrations = pgTable(
  'registrations',
  {
    hubId: hubId(),
    id: id(),
    version: integer('version').notNull().default(1),
    bookingId: id('booking_id'),
    poolId: id('pool_id'),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    email: text('email'),
    phone: line('phone'),
    personId: uuid('person_id'),
    organizationName: line('organization_name'),
    organizationKey: line('organization_key'),
    organizationId: uuid('organization_id'),
    municipality: line('municipality'),
    municipalityInsee: text('municipality_insee'),
    seatKind: line('seat_kind'),
    workshops: text('workshops').array().notNull().default([]),
    priceKey: line('price_key'),
    priceLabel: line('price_label'),
    priceCents: integer('price_cents').notNull().default(0),
    answers: jsonb('answers').$type<Answers>().notNull().default({}),
    isMember: boolean('is_member').notNull().default(false),
    isNewcomer: boolean('is_newcomer').notNull().default(false),
    state: text('state').$type<RegistrationState>().notNull(),
    stateReason: text('state_reason').$type<StateReason>().notNull().default(''),
    stateNote: line('state_note'),
    stateAt: instant('state_at').notNull(),
    arrival: integer('arrival').notNull(),
    offeredUntil: instant('offered_until'),
    attendance: text('attendance').$type<AttendanceMark>(),
    attendanceAt: instant('attendance_at'),
    attendanceById: uuid('attendance_by_id'),
    attendanceBy: line('attendance_by'),
    code: text('code').notNull(),
    linkHash: text('link_hash'),
    linkTurn: integer('link_turn').notNull().default(1),
    answersForgottenAt: instant('answers_forgotten_at'),
    forgottenAt: instant('forgotten_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

export type BookingRow = typeof registrationBookings.$inferSelect;
export type RegistrationRow = typeof registrations.$inferSelect;
