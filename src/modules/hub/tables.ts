import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { hubId, instant } from '#platform/db/columns.ts';
import type { HubLink, LegalNotice } from './domain/hub-settings.ts';

/** The hubs of the installation. Not subject to row-level security: it is what tells hubs apart. */
export const hubs = pgTable('hubs', {
  id: uuid('id').primaryKey(),
  slug: text('slug').notNull(),
  isDemo: boolean('is_demo').notNull().default(false),
  createdAt: instant('created_at').notNull(),
  closedAt: instant('closed_at'),
});

/** The host names of the installation and the hub each one leads to. */
export const hubDomains = pgTable('hub_domains', {
  host: text('host').primaryKey(),
  hubId: uuid('hub_id').notNull(),
  isPrimary: boolean('is_primary').notNull(),
  addedAt: instant('added_at').notNull(),
});

/** What a hub chose; null follows the common default. */
export const hubSettings = pgTable('hub_settings', {
  hubId: hubId().primaryKey(),
  name: text('name').notNull(),
  promise: text('promise'),
  slogan: text('slogan'),
  welcome: text('welcome'),
  brandColor: text('brand_color'),
  accentColor: text('accent_color'),
  motif: text('motif'),
  logoImageId: uuid('logo_image_id'),
  inclusiveWriting: text('inclusive_writing', { enum: ['middle-dot', 'double', 'neutral'] }),
  zone: text('zone'),
  email: text('email'),
  phone: text('phone'),
  street: text('street'),
  postcode: text('postcode'),
  city: text('city'),
  welcomeHours: text('welcome_hours'),
  links: jsonb('links').$type<HubLink[]>().notNull().default([]),
  legal: jsonb('legal').$type<LegalNotice>().notNull().default({}),
  modules: jsonb('modules').$type<Record<string, boolean>>().notNull().default({}),
  staffNeedsSecondFactor: boolean('staff_needs_second_factor'),
  setupCompletedAt: instant('setup_completed_at'),
  version: integer('version').notNull().default(1),
  updatedAt: instant('updated_at').notNull(),
});

/** Pieces of the site kept for members. */
export const memberOnlyPieces = pgTable(
  'member_only_pieces',
  { hubId: hubId(), piece: text('piece').notNull(), chosenAt: instant('chosen_at').notNull() },
  (table) => [primaryKey({ columns: [table.hubId, table.piece] })],
);

/** The municipalities, inter-municipalities or départements a hub works on. */
export const hubTerritories = pgTable(
  'hub_territories',
  {
    hubId: hubId(),
    kind: text('kind', { enum: ['municipality', 'epci', 'departement'] }).notNull(),
    code: text('code').notNull(),
    label: text('label').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.kind, table.code] })],
);
