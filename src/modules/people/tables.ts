import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, hubId, id, instant } from '#platform/db/columns.ts';
import { noteKinds } from './domain/note-kinds.ts';
import { reachChannels } from './domain/reach.ts';
import { relationStatuses as statuses } from './domain/relation-statuses.ts';
import { roleKinds } from './domain/role-kinds.ts';

const line = (name: string) => text(name).notNull().default('');

/** What a person or a structure is to the hub, from one day to another; exactly one of the two is named. */
export const relationStatuses = pgTable(
  'relation_statuses',
  {
    hubId: hubId(),
    id: id(),
    personId: uuid('person_id'),
    organizationId: uuid('organization_id'),
    status: text('status', { enum: statuses }).notNull(),
    since: day('since').notNull(),
    until: day('until'),
    note: line('note'),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** What a person does in a structure, from one day to another. */
export const organizationRoles = pgTable(
  'organization_roles',
  {
    hubId: hubId(),
    id: id(),
    personId: uuid('person_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    kind: text('kind', { enum: roleKinds }).notNull(),
    function: line('function'),
    /** Gets what the hub sends to the structure. */
    receivesMail: boolean('receives_mail').notNull().default(false),
    startsOn: day('starts_on'),
    endsOn: day('ends_on'),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Words the team sorts people by. */
export const peopleTags = pgTable(
  'people_tags',
  {
    hubId: hubId(),
    id: id(),
    label: text('label').notNull(),
    labelKey: text('label_key').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Which person bears which tag. */
export const personTags = pgTable(
  'person_tags',
  {
    hubId: hubId(),
    personId: uuid('person_id').notNull(),
    tagId: uuid('tag_id').notNull(),
    addedBy: uuid('added_by'),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.personId, table.tagId] })],
);

/** What the team wrote of an exchange. */
export const relationNotes = pgTable(
  'relation_notes',
  {
    hubId: hubId(),
    id: id(),
    personId: uuid('person_id'),
    organizationId: uuid('organization_id'),
    kind: text('kind', { enum: noteKinds }).notNull().default('note'),
    happenedOn: day('happened_on').notNull(),
    text: text('text').notNull(),
    authorId: uuid('author_id'),
    authorName: line('author_name'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Papers kept with a person or a structure. */
export const relationDocuments = pgTable(
  'relation_documents',
  {
    hubId: hubId(),
    id: id(),
    personId: uuid('person_id'),
    organizationId: uuid('organization_id'),
    fileId: uuid('file_id').notNull(),
    title: text('title').notNull(),
    addedBy: uuid('added_by'),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** People who share a home or a mailbox. */
export const households = pgTable(
  'households',
  {
    hubId: hubId(),
    id: id(),
    label: text('label').notNull(),
    /** Who is written to for all; null when each one is. */
    writtenToId: uuid('written_to_id'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Who belongs to which household. */
export const householdPeople = pgTable(
  'household_people',
  {
    hubId: hubId(),
    householdId: uuid('household_id').notNull(),
    personId: uuid('person_id').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.householdId, table.personId] })],
);

/** Who acts for whom. */
export const delegates = pgTable(
  'delegates',
  {
    hubId: hubId(),
    id: id(),
    personId: uuid('person_id').notNull(),
    delegateId: uuid('delegate_id').notNull(),
    purpose: line('purpose'),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on'),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** How someone wishes to be reached. */
export const reachPreferences = pgTable(
  'reach_preferences',
  {
    hubId: hubId(),
    personId: uuid('person_id').notNull(),
    channel: text('channel', { enum: reachChannels }).notNull(),
    note: line('note'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.personId] })],
);

/** Pairs that look alike and are two people; the smaller id first. */
export const peopleToldApart = pgTable(
  'people_told_apart',
  {
    hubId: hubId(),
    personId: uuid('person_id').notNull(),
    otherId: uuid('other_id').notNull(),
    toldBy: uuid('told_by'),
    toldAt: instant('told_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.personId, table.otherId] })],
);

/** When the hub and a person last had to do with each other, and what was decided of keeping her. */
export const retentionReviews = pgTable(
  'retention_reviews',
  {
    hubId: hubId(),
    personId: uuid('person_id').notNull(),
    lastContactAt: instant('last_contact_at').notNull(),
    lastContactKind: text('last_contact_kind').notNull(),
    reviewedAt: instant('reviewed_at').notNull(),
    /** Since when she stands among those about to be forgotten. */
    listedAt: instant('listed_at'),
    keptUntil: day('kept_until'),
    keptReason: line('kept_reason'),
    keptBy: uuid('kept_by'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.personId] })],
);

/** Mailed links by which someone without account sees what is held about her; first an address alone. */
export const rightsLinks = pgTable(
  'rights_links',
  {
    hubId: hubId(),
    id: id(),
    email: text('email').notNull(),
    personId: uuid('person_id'),
    tokenHash: text('token_hash'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    openedAt: instant('opened_at'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Mail addresses that people gave by their private link, until they are proved, and a while after. */
export const ownAddressChanges = pgTable(
  'own_address_changes',
  {
    hubId: hubId(),
    id: id(),
    personId: uuid('person_id').notNull(),
    newEmail: text('new_email').notNull(),
    oldEmail: text('old_email'),
    wasKnown: boolean('was_known').notNull().default(false),
    state: text('state', { enum: ['asked', 'shared', 'taken', 'undone', 'refused'] })
      .notNull()
      .default('asked'),
    tokenHash: text('token_hash').notNull(),
    undoHash: text('undo_hash'),
    askedAt: instant('asked_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    settledAt: instant('settled_at'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);
