import { integer, boolean, jsonb, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, hubId, id, instant } from '#platform/db/columns.ts';
import type { ApplicationSource, ApplicationState } from './domain/application-states.ts';
import type { Answers, CampaignQuestion } from './domain/questions.ts';
import type { Bracket, ScaleKind } from './domain/dues.ts';
import type { CampaignState, PeriodKind } from './domain/period.ts';
import type { MembershipState } from './domain/standing.ts';
import type { Who } from './domain/who.ts';

const line = (name: string) => text(name).notNull().default('');
const count = (name: string) => integer(name).notNull().default(0);
const version = () => integer('version').notNull().default(1);

/** Members whose votes are weighed together. */
export const votingColleges = pgTable(
  'voting_colleges',
  {
    hubId: hubId(),
    id: id(),
    version: version(),
    name: text('name').notNull(),
    description: line('description'),
    position: count('position'),
    archivedAt: instant('archived_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** The rounds of memberships. */
export const membershipCampaigns = pgTable(
  'membership_campaigns',
  {
    hubId: hubId(),
    id: id(),
    version: version(),
    name: text('name').notNull(),
    periodKind: text('period_kind').$type<PeriodKind>().notNull().default('fixed'),
    startsOn: day('starts_on'),
    endsOn: day('ends_on'),
    rollingMonths: integer('rolling_months').notNull().default(12),
    opensOn: day('opens_on').notNull(),
    closesOn: day('closes_on'),
    graceDays: integer('grace_days').notNull().default(90),
    needsBoard: boolean('needs_board').notNull().default(false),
    presentation: line('presentation'),
    charter: line('charter'),
    questions: jsonb('questions').$type<CampaignQuestion[]>().notNull().default([]),
    paymentWays: text('payment_ways').array().notNull().default([]),
    reminderDays: integer('reminder_days').array().notNull().default([]),
    state: text('state').$type<CampaignState>().notNull().default('draft'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** What one kind of member pays in a campaign; amounts in cents. */
export const duesScales = pgTable(
  'dues_scales',
  {
    hubId: hubId(),
    id: id(),
    campaignId: id('campaign_id'),
    collegeId: uuid('college_id'),
    position: count('position'),
    label: text('label').notNull(),
    hint: line('hint'),
    who: text('who').$type<Who>().notNull(),
    kind: text('kind').$type<ScaleKind>().notNull(),
    amount: count('amount'),
    suggested: count('suggested'),
    brackets: jsonb('brackets').$type<Bracket[]>().notNull().default([]),
    archivedAt: instant('archived_at'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Who pays the dues of one application, or of several together: the subject of the charge. */
export const duesPayers = pgTable(
  'dues_payers',
  {
    hubId: hubId(),
    id: id(),
    name: text('name').notNull(),
    email: text('email'),
    address: line('address'),
    personId: uuid('person_id'),
    organizationId: uuid('organization_id'),
    chargeId: uuid('charge_id'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Someone of a structure, as an application names her. */
export interface OtherPerson {
  givenName: string;
  familyName: string;
  role: string;
  email: string;
}

/** Requests to become a member, or to stay one, as they were sent. */
export const membershipApplications = pgTable(
  'membership_applications',
  {
    hubId: hubId(),
    id: id(),
    version: version(),
    campaignId: id('campaign_id'),
    scaleId: id('scale_id'),
    collegeId: uuid('college_id'),
    source: text('source').$type<ApplicationSource>().notNull(),
    who: text('who').$type<Who>().notNull(),
    personId: uuid('person_id'),
    organizationId: uuid('organization_id'),
    organizationName: line('organization_name'),
    siren: line('siren'),
    givenName: line('given_name'),
    familyName: line('family_name'),
    role: line('role'),
    email: text('email'),
    phone: line('phone'),
    street: line('street'),
    postcode: line('postcode'),
    city: line('city'),
    otherPeople: jsonb('other_people').$type<OtherPerson[]>().notNull().default([]),
    answers: jsonb('answers').$type<Answers>().notNull().default({}),
    /** In whole euros. */
    budget: integer('budget'),
    staff: numeric('staff', { precision: 8, scale: 1, mode: 'number' }),
    dues: integer('dues').notNull(),
    donation: count('donation'),
    payerId: id('payer_id'),
    charter: line('charter'),
    charterAt: instant('charter_at'),
    newsletterWords: line('newsletter_words'),
    newsletterAt: instant('newsletter_at'),
    note: line('note'),
    state: text('state').$type<ApplicationState>().notNull(),
    stateAt: instant('state_at').notNull(),
    stateNote: line('state_note'),
    decidedOn: day('decided_on'),
    decidedBy: line('decided_by'),
    decidedById: uuid('decided_by_id'),
    renewsId: uuid('renews_id'),
    typedBy: line('typed_by'),
    typedById: uuid('typed_by_id'),
    linkHash: text('link_hash').notNull(),
    linkTurn: integer('link_turn').notNull().default(1),
    forgottenAt: instant('forgotten_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);
export type ApplicationRow = typeof membershipApplications.$inferSelect;

/** The link between a member and the hub for a time. */
export const memberships = pgTable(
  'memberships',
  {
    hubId: hubId(),
    id: id(),
    version: version(),
    personId: uuid('person_id'),
    organizationId: uuid('organization_id'),
    campaignId: id('campaign_id'),
    collegeId: uuid('college_id'),
    applicationId: uuid('application_id'),
    who: text('who').$type<Who>().notNull(),
    dues: count('dues'),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    graceUntil: day('grace_until').notNull(),
    state: text('state').$type<MembershipState>().notNull().default('running'),
    stateAt: instant('state_at').notNull(),
    stateNote: line('state_note'),
    /** Paid once, and owed again since: a cheque came back. */
    duesUnpaidSince: day('dues_unpaid_since'),
    remindersStoppedAt: instant('reminders_stopped_at'),
    stopReason: line('stop_reason'),
    linkHash: text('link_hash').notNull(),
    linkTurn: integer('link_turn').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);
export type MembershipRow = typeof memberships.$inferSelect;

/** The member herself, or those who stand for a structure. */
export const membershipPeople = pgTable(
  'membership_people',
  {
    hubId: hubId(),
    membershipId: id('membership_id'),
    personId: id('person_id'),
    role: line('role'),
    isContact: boolean('is_contact').notNull().default(false),
    position: count('position'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.membershipId, table.personId] })],
);

/** Each time somebody was asked to renew. */
export const membershipReminders = pgTable(
  'membership_reminders',
  {
    hubId: hubId(),
    id: id(),
    membershipId: id('membership_id'),
    campaignId: id('campaign_id'),
    personId: uuid('person_id'),
    name: line('name'),
    email: text('email'),
    channel: text('channel', { enum: ['mail', 'letter', 'phone'] }).notNull(),
    delayDays: integer('delay_days'),
    sentBy: line('sent_by'),
    sentById: uuid('sent_by_id'),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);
