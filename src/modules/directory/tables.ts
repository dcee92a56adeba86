import { boolean, doublePrecision, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { hubId, id, instant } from '#platform/db/columns.ts';
import type { Visibility } from '#platform/search/search.ts';
import type { FieldOrigins, OrganizationLink, OrganizationProfile } from './profile/organization-profile.ts';

const visibility = (name: string) => text(name).$type<Visibility>().notNull();
const words = (name: string) => text(name).array().notNull().default([]);
const line = (name: string) => text(name).notNull().default('');

/** What the hub calls its fields of activity, nested. */
export const themes = pgTable(
  'themes',
  {
    hubId: hubId(),
    id: id(),
    parentId: uuid('parent_id'),
    label: text('label').notNull(),
    slug: text('slug').notNull(),
    hue: text('hue'),
    position: integer('position').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** One row a structure of the territory. */
export const organizations = pgTable(
  'organizations',
  {
    hubId: hubId(),
    id: id(),
    slug: text('slug').notNull(),
    version: integer('version').notNull().default(1),
    status: text('status').$type<OrganizationStatus>().notNull().default('draft'),
    trashedAt: instant('trashed_at'),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    shortName: line('short_name'),
    legalForm: text('legal_form'),
    legalCode: text('legal_code'),
    level: text('level').notNull().default('base'),
    mission: line('mission'),
    description: line('description'),
    offers: words('offers'),
    needs: words('needs'),
    skills: words('skills'),
    means: words('means'),
    audiences: words('audiences'),
    siren: text('siren'),
    siret: text('siret'),
    rna: text('rna'),
    foundedYear: integer('founded_year'),
    staffBracket: text('staff_bracket'),
    phone: line('phone'),
    phoneVisibility: visibility('phone_visibility').default('public'),
    email: line('email'),
    emailVisibility: visibility('email_visibility').default('public'),
    website: line('website'),
    websiteKey: line('website_key'),
    links: jsonb('links').$type<OrganizationLink[]>().notNull().default([]),
    isMember: boolean('is_member').notNull().default(false),
    isInspiring: boolean('is_inspiring').notNull().default(false),
    isSupport: boolean('is_support').notNull().default(false),
    supports: words('supports'),
    fieldOrigins: jsonb('field_origins').$type<FieldOrigins>().notNull().default({}),
    confirmedAt: instant('confirmed_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    publishedAt: instant('published_at'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

export type OrganizationStatus = 'draft' | 'published' | 'archived';

/** Every address a sheet ever had. */
export const organizationSlugs = pgTable(
  'organization_slugs',
  {
    hubId: hubId(),
    slug: text('slug').notNull(),
    organizationId: id('organization_id'),
    since: instant('since').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.slug] })],
);

/** Where a structure is; position 0 is the main place. */
export const organizationLocations = pgTable(
  'organization_locations',
  {
    hubId: hubId(),
    id: id(),
    organizationId: id('organization_id'),
    position: integer('position').notNull().default(0),
    label: line('label'),
    street: line('street'),
    postcode: line('postcode'),
    city: line('city'),
    municipalityInsee: text('municipality_insee'),
    inseeYear: integer('insee_year'),
    lon: doublePrecision('lon'),
    lat: doublePrecision('lat'),
    isApproximate: boolean('is_approximate').notNull().default(false),
    visibility: visibility('visibility').default('public'),
    openingHours: line('opening_hours'),
    openingHoursNote: line('opening_hours_note'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Whom to ask in a structure. */
export const contactPersons = pgTable(
  'contact_persons',
  {
    hubId: hubId(),
    id: id(),
    organizationId: id('organization_id'),
    position: integer('position').notNull().default(0),
    personId: uuid('person_id'),
    name: text('name').notNull(),
    role: line('role'),
    visibility: visibility('visibility').default('staff'),
    email: line('email'),
    emailVisibility: visibility('email_visibility').default('staff'),
    phone: line('phone'),
    phoneVisibility: visibility('phone_visibility').default('staff'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

export const organizationThemes = pgTable(
  'organization_themes',
  {
    hubId: hubId(),
    organizationId: id('organization_id'),
    themeId: id('theme_id'),
    position: integer('position').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.organizationId, table.themeId] })],
);

/** Under which key another list knows the structure. */
export const organizationSources = pgTable(
  'organization_sources',
  {
    hubId: hubId(),
    id: id(),
    organizationId: id('organization_id'),
    source: text('source').notNull(),
    sourceKey: text('source_key').notNull(),
    importId: uuid('import_id'),
    contentHash: line('content_hash'),
    lastSeenAt: instant('last_seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

export const organizationPhotos = pgTable(
  'organization_photos',
  {
    hubId: hubId(),
    id: id(),
    organizationId: id('organization_id'),
    imageId: id('image_id'),
    position: integer('position').notNull().default(0),
    credit: line('credit'),
    alternative: line('alternative'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** What each change left. */
export const organizationVersions = pgTable(
  'organization_versions',
  {
    hubId: hubId(),
    organizationId: id('organization_id'),
    version: integer('version').notNull(),
    at: instant('at').notNull(),
    byId: uuid('by_id'),
    byName: text('by_name').notNull(),
    act: text('act').notNull(),
    changed: words('changed'),
    snapshot: jsonb('snapshot').$type<OrganizationProfile>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.organizationId, table.version] })],
);

export const mergedOrganizations = pgTable(
  'merged_organizations',
  {
    hubId: hubId(),
    id: id(),
    keptId: id('kept_id'),
    mergedAt: instant('merged_at').notNull(),
    mergedBy: uuid('merged_by'),
    name: text('name').notNull(),
    snapshot: jsonb('snapshot').$type<OrganizationProfile>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);
