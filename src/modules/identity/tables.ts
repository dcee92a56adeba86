import { bigint, boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { roles } from '#platform/context/context.ts';
import { hubId, id, instant } from '#platform/db/columns.ts';

/** The people a hub knows, with or without an account. */
export const persons = pgTable('persons', {
  hubId: hubId(),
  id: id(),
  givenName: text('given_name').notNull(),
  familyName: text('family_name').notNull(),
  displayName: text('display_name').notNull(),
  /** Written by the database: names in lower case without accents. */
  foldedName: text('folded_name').generatedAlwaysAs(''),
  notes: text('notes').notNull().default(''),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull(),
  mergedInto: uuid('merged_into'),
  erasedAt: instant('erased_at'),
});

/** Ways to reach a person. */
export const contactPoints = pgTable('contact_points', {
  hubId: hubId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  kind: text('kind', { enum: ['email', 'phone', 'postal'] }).notNull(),
  value: text('value').notNull(),
  normalised: text('normalised').notNull(),
  visibility: text('visibility', { enum: ['public', 'members', 'staff'] })
    .notNull()
    .default('staff'),
  preferred: boolean('preferred').notNull().default(false),
  verifiedAt: instant('verified_at'),
  createdAt: instant('created_at').notNull(),
  /** An address she left: what she once sent is found by it, nothing is written to it. */
  retiredAt: instant('retired_at'),
});

/** What lets a person sign in; `email` is where links are sent, null until a person let in by a first link gives one. */
export const accounts = pgTable('accounts', {
  hubId: hubId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  email: text('email'),
  passwordHash: text('password_hash'),
  passwordChangedAt: instant('password_changed_at'),
  firstSignedInAt: instant('first_signed_in_at'),
  createdAt: instant('created_at').notNull(),
});

/** Signed-in browsers. Only the hash of each token is kept. */
export const sessions = pgTable('sessions', {
  hubId: hubId(),
  id: id(),
  accountId: uuid('account_id').notNull(),
  tokenHash: text('token_hash').notNull(),
  stage: text('stage', { enum: ['pending', 'open'] }).notNull(),
  method: text('method', { enum: ['link', 'password', 'passkey', 'first_link'] }).notNull(),
  overHttps: boolean('over_https').notNull(),
  device: text('device').notNull(),
  createdAt: instant('created_at').notNull(),
  lastSeenAt: instant('last_seen_at').notNull(),
  /** When the person last proved who she is in this session. */
  provedAt: instant('proved_at').notNull(),
  secondFactorAt: instant('second_factor_at'),
  actingFor: uuid('acting_for'),
  actingSince: instant('acting_since'),
});

/** Mailed links and their codes; a row without `tokenHash` is a request not answered (yet, or ever). */
export const signInLinks = pgTable('sign_in_links', {
  hubId: hubId(),
  id: id(),
  kind: text('kind', { enum: ['requested', 'invitation', 'first'] }).notNull(),
  email: text('email'),
  accountId: uuid('account_id'),
  browserHash: text('browser_hash'),
  tokenHash: text('token_hash'),
  codeHash: text('code_hash'),
  attempts: integer('attempts').notNull().default(0),
  nextPath: text('next_path'),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

/** New sign-in addresses waiting to be confirmed from their own mailbox. */
export const addressChanges = pgTable('address_changes', {
  hubId: hubId(),
  id: id(),
  accountId: uuid('account_id').notNull(),
  newEmail: text('new_email').notNull(),
  tokenHash: text('token_hash').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

/** Time-based codes (RFC 6238) of an account. */
export const secondFactors = pgTable('second_factors', {
  hubId: hubId(),
  accountId: uuid('account_id').notNull(),
  sealedSecret: text('sealed_secret').notNull(),
  createdAt: instant('created_at').notNull(),
  confirmedAt: instant('confirmed_at'),
  /** Time step of the last code taken: a code opens once. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
});

/** Codes to keep on paper, each good for one sign-in. */
export const recoveryCodes = pgTable('recovery_codes', {
  hubId: hubId(),
  id: id(),
  accountId: uuid('account_id').notNull(),
  codeHash: text('code_hash').notNull(),
  usedAt: instant('used_at'),
});

/** WebAuthn credentials of an account. */
export const passkeys = pgTable('passkeys', {
  hubId: hubId(),
  id: id(),
  accountId: uuid('account_id').notNull(),
  credentialId: text('credential_id').notNull(),
  publicKey: text('public_key').notNull(),
  counter: bigint('counter', { mode: 'number' }).notNull(),
  transports: text('transports').notNull().default(''),
  synced: boolean('synced').notNull(),
  name: text('name').notNull(),
  createdAt: instant('created_at').notNull(),
  lastUsedAt: instant('last_used_at'),
});

/** Challenges given to browsers, each good for one answer. */
export const passkeyChallenges = pgTable('passkey_challenges', {
  hubId: hubId(),
  id: id(),
  purpose: text('purpose', { enum: ['registration', 'authentication'] }).notNull(),
  accountId: uuid('account_id'),
  browserHash: text('browser_hash').notNull(),
  challenge: text('challenge').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

/** Who held which role, from when to when. */
export const personRoles = pgTable('person_roles', {
  hubId: hubId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  role: text('role', { enum: roles }).notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at'),
  grantedBy: uuid('granted_by'),
  endedBy: uuid('ended_by'),
});

/** What a person agreed to: in which words, where, when, until when. */
export const consents = pgTable('consents', {
  hubId: hubId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  purpose: text('purpose').notNull(),
  wording: text('wording').notNull(),
  source: text('source').notNull(),
  proof: text('proof').notNull().default(''),
  givenAt: instant('given_at').notNull(),
  withdrawnAt: instant('withdrawn_at'),
});

/** People who asked that what is held about them be erased. */
export const erasureRequests = pgTable('erasure_requests', {
  hubId: hubId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  requestedAt: instant('requested_at').notNull(),
  handledAt: instant('handled_at'),
});
