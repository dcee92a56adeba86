import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { MailSubject } from '#platform/contributions/module.ts';
import { hubId, id, instant } from '#platform/db/columns.ts';
import type { Audience } from './domain/audience.ts';
import type { DeliveryBasis, DeliveryState } from './domain/delivery-states.ts';
import type { MailingKind, MailingState } from './domain/mailing-states.ts';
import type { Rhythm } from './domain/rhythms.ts';
import type { SuppressionReason } from './domain/suppressions.ts';

const line = (name: string) => text(name).notNull().default('');

/** How a hub writes to many: under which name, how often, how fast. */
export const mailingSettings = pgTable(
  'mailing_settings',
  {
    hubId: hubId(),
    version: integer('version').notNull().default(1),
    senderName: line('sender_name'),
    replyTo: line('reply_to'),
    repliesTo: line('replies_to'),
    footerWords: line('footer_words'),
    weeklyBudget: integer('weekly_budget').notNull().default(3),
    digestWeekday: integer('digest_weekday').notNull().default(4),
    digestHour: integer('digest_hour').notNull().default(9),
    domainPace: integer('domain_pace').default(120),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId] })],
);

/** What is written to many: one information, a digest, an edition, a letter. */
export const mailings = pgTable(
  'mailings',
  {
    hubId: hubId(),
    id: id(),
    version: integer('version').notNull().default(1),
    kind: text('kind').$type<MailingKind>().notNull(),
    state: text('state').$type<MailingState>().notNull().default('draft'),
    subject: text('subject').$type<MailSubject>(),
    title: text('title').notNull(),
    preview: line('preview'),
    introduction: line('introduction'),
    audience: jsonb('audience').$type<Audience>().notNull(),
    isArchived: boolean('is_archived').notNull().default(true),
    slug: text('slug'),
    scheduledAt: instant('scheduled_at'),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    leaseId: uuid('lease_id'),
    leaseUntil: instant('lease_until'),
    createdBy: line('created_by'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** The informations of a mailing, as they were when it was written. */
export const mailingItems = pgTable(
  'mailing_items',
  {
    hubId: hubId(),
    id: id(),
    mailingId: id('mailing_id'),
    position: integer('position').notNull(),
    kind: text('kind').notNull(),
    itemId: id('item_id'),
    subject: text('subject').$type<MailSubject>().notNull(),
    title: text('title').notNull(),
    href: text('href').notNull(),
    words: line('words'),
    facts: jsonb('facts').$type<readonly (readonly [string, string])[]>().notNull().default([]),
    isOwn: boolean('is_own').notNull().default(true),
    byName: line('by_name'),
    pictureId: uuid('picture_id'),
    publishedAt: instant('published_at').notNull(),
    expiresAt: instant('expires_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Who asked to receive what, and how often. */
export const newsletterSubscribers = pgTable(
  'newsletter_subscribers',
  {
    hubId: hubId(),
    id: id(),
    version: integer('version').notNull().default(1),
    address: text('address').notNull(),
    name: line('name'),
    personId: uuid('person_id'),
    subjects: text('subjects').array().$type<MailSubject[]>().notNull().default([]),
    rhythm: text('rhythm').$type<Rhythm>().notNull().default('at_once'),
    wording: line('wording'),
    source: line('source'),
    askedAt: instant('asked_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    pausedUntil: instant('paused_until'),
    endedAt: instant('ended_at'),
    lastDigestAt: instant('last_digest_at'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Each time somebody asked, agreed, changed or stopped. */
export const subscriptionConsents = pgTable(
  'subscription_consents',
  {
    hubId: hubId(),
    id: id(),
    subscriberId: id('subscriber_id'),
    act: text('act').$type<'asked' | 'confirmed' | 'changed' | 'paused' | 'ended'>().notNull(),
    subjects: text('subjects').array().$type<MailSubject[]>().notNull().default([]),
    rhythm: text('rhythm').$type<Rhythm>(),
    wording: line('wording'),
    source: line('source'),
    proof: line('proof'),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** One copy of a mailing for one address. */
export const mailingDeliveries = pgTable(
  'mailing_deliveries',
  {
    hubId: hubId(),
    id: id(),
    mailingId: id('mailing_id'),
    address: text('address').notNull(),
    domain: text('domain').generatedAlwaysAs(''),
    name: line('name'),
    personId: uuid('person_id'),
    subscriberId: uuid('subscriber_id'),
    basis: text('basis').$type<DeliveryBasis>().notNull(),
    state: text('state').$type<DeliveryState>().notNull().default('waiting'),
    reason: text('reason'),
    itemIds: uuid('item_ids').array(),
    attempts: integer('attempts').notNull().default(0),
    nextAt: instant('next_at').notNull(),
    firstClaimedAt: instant('first_claimed_at'),
    claimedAt: instant('claimed_at'),
    settledAt: instant('settled_at'),
    unsubscribedAt: instant('unsubscribed_at'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** What an address was already told. */
export const heardItems = pgTable(
  'heard_items',
  {
    hubId: hubId(),
    address: text('address').notNull(),
    kind: text('kind').notNull(),
    itemId: id('item_id'),
    deliveryId: id('delivery_id'),
    personId: uuid('person_id'),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.address, table.kind, table.itemId] })],
);

/** Addresses no mailing may reach, by their print. */
export const mailSuppressions = pgTable(
  'mail_suppressions',
  {
    hubId: hubId(),
    print: text('print').notNull(),
    address: text('address'),
    reason: text('reason').$type<SuppressionReason>().notNull(),
    since: instant('since').notNull(),
    until: instant('until'),
    note: line('note'),
    createdBy: line('created_by'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.print] })],
);

/** What mail servers sent back, and complaints. */
export const mailBounces = pgTable(
  'mail_bounces',
  {
    hubId: hubId(),
    id: id(),
    address: text('address').notNull(),
    deliveryId: uuid('delivery_id'),
    kind: text('kind').$type<'hard' | 'soft' | 'complaint'>().notNull(),
    code: line('code'),
    source: text('source').$type<'smtp' | 'notice' | 'team'>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);
