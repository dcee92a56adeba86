import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, hubId, id, instant } from '#platform/db/columns.ts';
import type { ContributionSource, ContributionState, EditionState } from '../domain/edition-states.ts';

const line = (name: string) => text(name).notNull().default('');

/** A letter made of what the actors write about themselves. */
export const networkEditions = pgTable(
  'network_editions',
  {
    hubId: hubId(),
    id: id(),
    version: integer('version').notNull().default(1),
    title: text('title').notNull(),
    question: text('question').notNull(),
    introduction: line('introduction'),
    closesOn: day('closes_on').notNull(),
    state: text('state').$type<EditionState>().notNull().default('open'),
    mailingId: uuid('mailing_id'),
    createdBy: line('created_by'),
    createdAt: instant('created_at').notNull(),
    askedAt: instant('asked_at'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Who was asked for news. */
export const editionRequests = pgTable(
  'edition_requests',
  {
    hubId: hubId(),
    id: id(),
    editionId: id('edition_id'),
    address: text('address').notNull(),
    name: line('name'),
    personId: uuid('person_id'),
    askedAt: instant('asked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** What one of them answered, or the team typed. */
export const editionContributions = pgTable(
  'edition_contributions',
  {
    hubId: hubId(),
    id: id(),
    version: integer('version').notNull().default(1),
    editionId: id('edition_id'),
    requestId: uuid('request_id'),
    source: text('source').$type<ContributionSource>().notNull(),
    authorName: line('author_name'),
    address: line('address'),
    structureName: line('structure_name'),
    title: text('title').notNull(),
    body: text('body').notNull(),
    href: line('href'),
    pictureId: uuid('picture_id'),
    state: text('state').$type<ContributionState>().notNull().default('proposed'),
    position: integer('position').notNull().default(0),
    receivedAt: instant('received_at').notNull(),
    decidedAt: instant('decided_at'),
    decidedBy: line('decided_by'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);
