import { date, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { hubId, id, instant } from '#platform/db/columns.ts';

/** Groups of words that mean the same for the hub. */
export const searchSynonyms = pgTable('search_synonyms', {
  hubId: hubId(),
  id: id(),
  /** As the team writes them, and folded as searches are. */
  words: text('words').array().notNull(),
  keys: text('keys').array().notNull(),
  version: integer('version').notNull().default(1),
  removedAt: instant('removed_at'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

/** How many searches visitors made each day. */
export const searchDays = pgTable('search_days', {
  hubId: hubId(),
  day: date('day').notNull(),
  searches: integer('searches').notNull().default(0),
  missed: integer('missed').notNull().default(0),
});

/** What was searched in vain, by day; the words are known once several searches were made of them. */
export const missedSearches = pgTable('missed_searches', {
  hubId: hubId(),
  fingerprint: text('fingerprint').notNull(),
  day: date('day').notNull(),
  times: integer('times').notNull(),
  words: text('words'),
  settledAt: instant('settled_at'),
});
