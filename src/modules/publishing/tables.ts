import { boolean, integer, jsonb, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, hubId, id, instant } from '#platform/db/columns.ts';
import type { Role } from '#platform/context/context.ts';
import type { PublicationKind, PublicationStatus } from './domain/publication.ts';
import type { LinkState } from './domain/link-state.ts';
import type { SuggestionSubject } from './domain/suggestion-subject.ts';
import type { PublicationFields } from './content/publication-fields.ts';
import type { FigureTopic } from './domain/figures/figure-topics.ts';

const line = (name: string) => text(name).notNull().default('');

/** One row a page, a news item, a resource… whatever it is, and wherever it stands in its life. */
export const publications = pgTable(
  'publications',
  {
    hubId: hubId(),
    id: id(),
    kind: text('kind').$type<PublicationKind>().notNull(),
    slug: text('slug').notNull(),
    version: integer('version').notNull().default(1),
    status: text('status').$type<PublicationStatus>().notNull().default('draft'),
    trashedAt: instant('trashed_at'),
    title: text('title').notNull(),
    line: line('line'),
    brief: line('brief'),
    body: line('body'),
    content: jsonb('content').$type<unknown>().notNull().default({}),
    imageId: uuid('image_id'),
    imageAlternative: line('image_alternative'),
    imageCredit: line('image_credit'),
    organizationId: uuid('organization_id'),
    authorName: line('author_name'),
    personId: uuid('person_id'),
    audiences: text('audiences').array().notNull().default([]),
    themes: uuid('themes').array().notNull().default([]),
    happenedOn: day('happened_on'),
    reviewOn: day('review_on'),
    pending: jsonb('pending').$type<PublicationFields>(),
    moderationNote: line('moderation_note'),
    publishAt: instant('publish_at'),
    publishedAt: instant('published_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Every address a publication ever had. */
export const publicationSlugs = pgTable(
  'publication_slugs',
  {
    hubId: hubId(),
    kind: text('kind').$type<PublicationKind>().notNull(),
    slug: text('slug').notNull(),
    publicationId: id('publication_id'),
    since: instant('since').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.kind, table.slug] })],
);

/** What each version said. */
export const publicationVersions = pgTable(
  'publication_versions',
  {
    hubId: hubId(),
    publicationId: id('publication_id'),
    version: integer('version').notNull(),
    fields: jsonb('fields').$type<PublicationFields>().notNull(),
    wasPublic: boolean('was_public').notNull(),
    savedAt: instant('saved_at').notNull(),
    personId: uuid('person_id'),
    savedBy: text('saved_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.publicationId, table.version] })],
);

/** Links that show something before it is public. */
export const publicationPreviews = pgTable(
  'publication_previews',
  {
    hubId: hubId(),
    id: id(),
    publicationId: id('publication_id'),
    secretHash: text('secret_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Who sent something in, to be told what became of it. Her address is empty when her record holds it. */
export const publicationSenders = pgTable(
  'publication_senders',
  {
    hubId: hubId(),
    publicationId: id('publication_id'),
    name: text('name').notNull(),
    email: text('email').notNull(),
    personId: uuid('person_id'),
    sentAt: instant('sent_at').notNull(),
    toldVersion: integer('told_version').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.publicationId] })],
);

/** Private links by which someone without account follows what she proposed. */
export const publicationFollowLinks = pgTable(
  'publication_follow_links',
  {
    hubId: hubId(),
    secretHash: text('secret_hash').notNull(),
    publicationId: id('publication_id'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.secretHash] })],
);

/** How the hub publishes. */
export const publishingSettings = pgTable(
  'publishing_settings',
  {
    hubId: hubId(),
    trustedRoles: text('trusted_roles').array().$type<Role[]>().notNull().default([]),
    websubHub: text('websub_hub'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId] })],
);

/** Figures of the territory, each with its source. */
export const keyFigures = pgTable(
  'key_figures',
  {
    hubId: hubId(),
    id: id(),
    version: integer('version').notNull().default(1),
    label: text('label').notNull(),
    value: numeric('value', { mode: 'number' }).notNull(),
    unit: line('unit'),
    sourceName: line('source_name'),
    sourceUrl: line('source_url'),
    asOf: day('as_of').notNull(),
    perimeter: line('perimeter'),
    note: line('note'),
    topic: text('topic').$type<FigureTopic>().notNull().default('territory'),
    position: integer('position').notNull().default(0),
    isFeatured: boolean('is_featured').notNull().default(false),
    trashedAt: instant('trashed_at'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Former values of a figure. */
export const keyFigurePoints = pgTable(
  'key_figure_points',
  {
    hubId: hubId(),
    figureId: id('figure_id'),
    day: day('day').notNull(),
    value: numeric('value', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.figureId, table.day] })],
);

/** What the hub counts of itself, day by day. */
export const indicatorPoints = pgTable(
  'indicator_points',
  {
    hubId: hubId(),
    indicator: text('indicator').notNull(),
    day: day('day').notNull(),
    count: integer('count').notNull(),
    label: text('label').notNull(),
    isTyped: boolean('is_typed').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.indicator, table.day] })],
);

/** Each time a publication was read again and found right. */
export const publicationReviews = pgTable(
  'publication_reviews',
  {
    hubId: hubId(),
    id: id(),
    publicationId: id('publication_id'),
    reviewedAt: instant('reviewed_at').notNull(),
    personId: uuid('person_id'),
    reviewedBy: text('reviewed_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Reviews announced to whoever keeps the publication. */
export const reviewAnnouncements = pgTable(
  'review_announcements',
  {
    hubId: hubId(),
    publicationId: id('publication_id'),
    reviewOn: day('review_on').notNull(),
    announcedAt: instant('announced_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.publicationId, table.reviewOn] })],
);

/** How many readers said that it helped them. */
export const usefulVotes = pgTable(
  'useful_votes',
  {
    hubId: hubId(),
    publicationId: id('publication_id'),
    votes: integer('votes').notNull().default(0),
    lastAt: instant('last_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.publicationId] })],
);

/** The salt of today's votes. */
export const voteDays = pgTable(
  'vote_days',
  { hubId: hubId(), day: day('day').notNull(), salt: text('salt').notNull() },
  (table) => [primaryKey({ columns: [table.hubId, table.day] })],
);

/** Who voted today, as a salted hash. */
export const voteMarks = pgTable(
  'vote_marks',
  { hubId: hubId(), publicationId: id('publication_id'), day: day('day').notNull(), mark: text('mark').notNull() },
  (table) => [primaryKey({ columns: [table.hubId, table.publicationId, table.day, table.mark] })],
);

/** Addresses of the web that publications name, and how they answer. */
export const webLinks = pgTable(
  'web_links',
  {
    hubId: hubId(),
    id: id(),
    url: text('url').notNull(),
    host: text('host').notNull(),
    state: text('state').$type<LinkState>().notNull().default('unchecked'),
    answer: line('answer'),
    failures: integer('failures').notNull().default(0),
    failingSince: instant('failing_since'),
    checkedAt: instant('checked_at'),
    nextCheckAt: instant('next_check_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

export const webLinkUses = pgTable(
  'web_link_uses',
  { hubId: hubId(), linkId: id('link_id'), publicationId: id('publication_id') },
  (table) => [primaryKey({ columns: [table.hubId, table.linkId, table.publicationId] })],
);

/** What a reader says is wrong or missing. */
export const changeSuggestions = pgTable(
  'change_suggestions',
  {
    hubId: hubId(),
    id: id(),
    publicationId: id('publication_id'),
    subject: text('subject').$type<SuggestionSubject>().notNull(),
    message: text('message').notNull(),
    name: line('name'),
    email: line('email'),
    personId: uuid('person_id'),
    acceptsCredit: boolean('accepts_credit').notNull().default(false),
    status: text('status').$type<'waiting' | 'accepted' | 'closed'>().notNull().default('waiting'),
    isCredited: boolean('is_credited').notNull().default(false),
    answer: line('answer'),
    answeredAt: instant('answered_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** The menu of a hub that made its own. */
export const menus = pgTable(
  'menus',
  {
    hubId: hubId(),
    version: integer('version').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId] })],
);

export const menuEntries = pgTable(
  'menu_entries',
  {
    hubId: hubId(),
    id: id(),
    place: text('place').$type<'header' | 'footer'>().notNull(),
    position: integer('position').notNull(),
    isUnder: boolean('is_under').notNull().default(false),
    label: text('label').notNull(),
    href: text('href').notNull(),
    isHidden: boolean('is_hidden').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);
