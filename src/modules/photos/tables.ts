import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, hubId, id, instant } from '#platform/db/columns.ts';
import type { AgreementMeans, AgreementState, PeopleOnPhoto } from './domain/agreement.ts';

const line = (name: string) => text(name).notNull().default('');

/** What the bank knows of a stored picture; its size, files, text and credit stay in `stored_images`. */
export const photos = pgTable(
  'photos',
  {
    hubId: hubId(),
    imageId: id('image_id'),
    contentHash: text('content_hash'),
    fileName: line('file_name'),
    takenOn: day('taken_on'),
    occasion: line('occasion'),
    place: line('place'),
    keywords: text('keywords').array().notNull().default([]),
    isDecorative: boolean('is_decorative').notNull().default(false),
    isForPress: boolean('is_for_press').notNull().default(false),
    rightsNote: line('rights_note'),
    people: text('people').$type<PeopleOnPhoto>().notNull().default('unsaid'),
    version: integer('version').notNull().default(1),
    updatedAt: instant('updated_at').notNull(),
    trashedAt: instant('trashed_at'),
    foldedWords: line('folded_words'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.imageId] })],
);

/** Someone who can be recognised on a photo, and the answer given for it. */
export const photoPeople = pgTable(
  'photo_people',
  {
    hubId: hubId(),
    id: id(),
    imageId: id('image_id'),
    personId: uuid('person_id'),
    name: text('name').notNull(),
    mail: line('mail'),
    isMinor: boolean('is_minor').notNull().default(false),
    guardianName: line('guardian_name'),
    state: text('state').$type<AgreementState>().notNull().default('asked'),
    wording: text('wording').notNull(),
    means: text('means').$type<AgreementMeans>().notNull().default(''),
    answeredBy: line('answered_by'),
    notedBy: uuid('noted_by'),
    notedByName: line('noted_by_name'),
    askedAt: instant('asked_at').notNull(),
    mailedAt: instant('mailed_at'),
    answeredAt: instant('answered_at'),
    withdrawnAt: instant('withdrawn_at'),
    seenAt: instant('seen_at'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Private links that lead to an answer. */
export const photoAgreementLinks = pgTable(
  'photo_agreement_links',
  {
    hubId: hubId(),
    tokenHash: text('token_hash').notNull(),
    photoPersonId: id('photo_person_id'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.tokenHash] })],
);
