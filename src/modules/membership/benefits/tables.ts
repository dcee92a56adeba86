import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, hubId, id, instant } from '#platform/db/columns.ts';
import type { BenefitAudience, CountedKind } from './domain/benefit.ts';

const line = (name: string) => text(name).notNull().default('');

/** What membership brings, as the hub keeps the list. */
export const memberBenefits = pgTable(
  'member_benefits',
  {
    hubId: hubId(),
    id: id(),
    version: integer('version').notNull().default(1),
    position: integer('position').notNull().default(0),
    title: text('title').notNull(),
    description: line('description'),
    audience: text('audience').$type<BenefitAudience>().notNull().default('all'),
    counted: text('counted').$type<CountedKind>().notNull().default('noted'),
    path: line('path'),
    /** Dues that bring it are no gift. */
    isWorthMoney: boolean('is_worth_money').notNull().default(false),
    archivedAt: instant('archived_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);
export type BenefitRow = typeof memberBenefits.$inferSelect;

/** Uses noted by the team. */
export const memberBenefitUses = pgTable(
  'member_benefit_uses',
  {
    hubId: hubId(),
    id: id(),
    benefitId: id('benefit_id'),
    membershipId: id('membership_id'),
    usedOn: day('used_on').notNull(),
    note: line('note'),
    notedBy: line('noted_by'),
    notedById: uuid('noted_by_id'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** « Votre année avec le pôle », written to a member once for a year. */
export const memberStatements = pgTable(
  'member_statements',
  {
    hubId: hubId(),
    membershipId: id('membership_id'),
    year: integer('year').notNull(),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.membershipId, table.year] })],
);
