import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { keepPicture } from '#platform/pictures/keep-picture.ts';
import { execute } from '#platform/command/execute.ts';
import type { Actor, Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { presentHub, setHubContacts, setHubTerritory, setLegalNotice } from '#modules/hub/index.ts';
import { giveConsent, registerPerson } from '#modules/identity/index.ts';
import { askAddressChange } from '#modules/identity/commands/change-address.ts';
import { askErasure } from '#modules/identity/commands/ask-erasure.ts';
import { createFirstSignInLink } from '#modules/identity/commands/create-first-sign-in-link.ts';
import { aPerson, inWork } from '#modules/identity/testing/builders.ts';
import { addTheme, attachPhoto } from '#modules/directory/index.ts';
import { archiveOrganizations } from '#modules/directory/commands/archive-organizations.ts';
import { trashOrganizations } from '#modules/directory/commands/trash-organizations.ts';
import { mergeOrganizations } from '#modules/directory/commands/merge-organizations.ts';
import { chooseMapping } from '#modules/directory/commands/imports/choose-mapping.ts';
import { runImport } from '#modules/directory/commands/imports/run-import.ts';
import { startImport } from '#modules/directory/commands/imports/start-import.ts';
import { askConfirmation } from '#modules/directory/commands/moderation/ask-confirmation.ts';
import { setDirectoryRules } from '#modules/directory/commands/moderation/set-directory-rules.ts';
import { suggestCorrection } from '#modules/directory/commands/moderation/suggest-correction.ts';
import { tellApart } from '#modules/directory/commands/moderation/tell-apart.ts';
import { requestClaim } from '#modules/directory/commands/moderation/request-claim.ts';
import { compareImport } from '#modules/directory/jobs/compare-import.ts';
import { importFileKey } from '#platform/imports/import-files.ts';
import { readImportFile } from '#modules/directory/jobs/read-import.ts';
import { writeImport } from '#modules/directory/jobs/write-import.ts';
import { readImport } from '#modules/directory/queries/imports/import-sheet.ts';
import { anOrganization, guichen } from '#modules/directory/testing/builders.ts';
import type { ImportMapping } from '#modules/directory/commands/imports/import-mapping.ts';
import type { TestHub, TestPerson, TestSite } from '#tests/support/app.ts';
import { fillAdvice } from './fill-advice.ts';
import { fillEvents, type FilledEvents } from './fill-events.ts';
import { fillMailing, type FilledMailing } from './fill-mailing.ts';
import { fillPeople, type FilledPeople } from './fill-people.ts';
import { fillReaders, type FilledReaders } from './fill-readers.ts';
import { fillPhotos } from './fill-photos.ts';
import { fillPublishing, type FilledPublishing } from './fill-publishing.ts';
import { fillSearch } from './fill-search.ts';

/** What a hub was filled with. */
export interface FilledHub {
  hub: TestHub;
  employee: TestPerson;
  /** Ids by what they are of. */
  ids: Record<
    | 'organization'
    | 'draft'
    | 'archived'
    | 'trashed'
    | 'merged'
    | 'theme'
    | 'image'
    | 'person'
    | 'request'
    | 'slot'
    | 'readyAnswer'
    | 'import'
    | 'suggestion'
    | 'photo'
    | 'bankPhoto'
    | 'photoPerson'
    | 'synonyms',
    string
  >;
  publishing: FilledPublishing;
  events: FilledEvents;
  mailing: FilledMailing;
  readers: FilledReaders;
  people: FilledPeople;
  slugs: Record<'organization' | 'draft' | 'archived' | 'trashed' | 'merged', string>;
  /** Secrets as their owners received them. */
  tokens: Record<
    'signInLink' | 'addressChange' | 'claim' | 'confirmation' | 'request' | 'agreement' | 'follow' | 'preview',
    string
  >;
}

/**
 * Fills a hub with everything the application can hold, through its own commands; `words` goes into every free text, and
 * its letters into addresses and sites.
 */
export async function fillHub(site: TestSite, hub: TestHub, words: string): Promise<FilledHub> {
  const { origin } = hub;
  const letters = words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 20);
  const host = `${letters}.example`;
  const employee = await hub.person('employee', 'operator', 'board_member', 'contributor', 'member');
  const ctx = await hub.context(employee.actor);
  const hubName = `Pôle ${words}`.slice(0, 120);

  unwrap(await execute(ctx, presentHub, { name: hubName, welcome: words, promise: words, slogan: words }));
  unwrap(
    await execute(ctx, setHubContacts, {
      email: `pole@${host}`,
      phone: `02 ${letters}`.slice(0, 30),
      street: words,
      postcode: '35580',
      city: words,
      welcomeHours: words,
      website: `https://${host}`,
    }),
  );
  const notice = {
    publisher: words,
    legalForm: words,
    siren: '',
    rna: 'W351002026',
    publicationDirector: words,
    hostName: words,
    hostAddress: words,
    hostPhone: '',
    dataContact: `donnees@${host}`,
  };
  unwrap(await execute(ctx, setLegalNotice, notice));
  unwrap(await execute(ctx, setHubTerritory, { parts: [{ kind: 'municipality', code: '35126', label: words }] }));

  const { personId } = unwrap(
    await execute(ctx, registerPerson, {
      givenName: words,
      familyName: words,
      email: `personne@${host}`,
      phone: '02 61 91 11 11',
      notes: words,
    }),
  );
  const tokens = await fillIdentity(ctx, employee, { personId, words, host, hubName, origin });
  const directory = await fillDirectory(site, ctx, { words, host, hubName, origin, employee: employee.actor });

  const advice = await fillAdvice(site, hub, ctx, words);
  const photos = await fillPhotos(site, ctx, words);
  const publishing = await fillPublishing(site, ctx, {
    words,
    host,
    organizationId: directory.ids.organization,
    imageId: directory.ids.image,
    theme: directory.ids.theme,
    employee: employee.actor,
  });
  const events = await fillEvents(site, hub, ctx, {
    words,
    employee,
    organizationId: directory.ids.organization,
  });
  const mailing = await fillMailing(site, ctx, { words, host, personId });
  const readers = await fillReaders(site, ctx, { words, host, imageId: photos.image });
  const people = await fillPeople(site, ctx, {
    words,
    host,
    origin,
    personId,
    organizationId: directory.ids.organization,
  });
  const synonyms = await fillSearch(site, ctx, words);
  return {
    hub,
    employee,
    ids: {
      ...directory.ids,
      person: personId,
      request: advice.request,
      slot: advice.slot,
      readyAnswer: advice.readyAnswer,
      bankPhoto: photos.image,
      photoPerson: photos.photoPerson,
      synonyms,
    },
    publishing,
    events,
    mailing,
    readers,
    people,
    slugs: directory.slugs,
    tokens: {
      ...tokens,
      ...directory.tokens,
      request: advice.secret,
      agreement: await mailedToken(ctx, 'photos.ask-agreement'),
      follow: await mailedToken(ctx, 'publishing.proposal-received'),
      preview: publishing.preview,
    },
  };
}

interface Filling {
  words: string;
  host: string;
  hubName: string;
  origin: string;
}

async function fillIdentity(
  ctx: Context,
  employee: TestPerson,
  { personId, words, host, hubName, origin }: Filling & { personId: string },
) {
  const signInLink = lastPart(await createFirstSignInLink({ ...ctx, actor: null }, personId));
  const session = employee.cookie.slice(employee.cookie.indexOf('=') + 1);
  unwrap(await execute(ctx, askAddressChange, { token: session, email: `nouvelle@${host}`, origin, hubName }));
  unwrap(await execute(ctx, askErasure, {}));
  const other = await aPerson(ctx, { givenName: words, familyName: words });
  await inWork(ctx, async (work) => {
    await giveConsent(work, { personId, purpose: words, wording: words, source: words });
    const { rows } = await work.db.execute<{ id: string }>(sql`select id from accounts where person_id = ${personId}`);
    const account = rows[0]?.id;
    await work.db.execute(
      sql`insert into second_factors (account_id, sealed_secret, created_at) values (${account}, ${words}, now())`,
    );
    await work.db.execute(
      sql`insert into recovery_codes (id, account_id, code_hash) values (${work.newId()}, ${account}, ${words})`,
    );
    await work.db
      .execute(sql`insert into passkeys (id, account_id, credential_id, public_key, counter, synced, name, created_at)
      values (${work.newId()}, ${account}, ${words}, 'k', 0, false, ${words.slice(0, 80)}, now())`);
    await work.db
      .execute(sql`insert into passkey_challenges (id, purpose, account_id, browser_hash, challenge, expires_at)
      values (${work.newId()}, 'registration', ${account}, ${words}, ${words}, now() + interval '1 hour')`);
    await work.db.execute(sql`update persons set merged_into = ${personId} where id = ${other.personId}`);
  });
  return { signInLink, addressChange: await mailedToken(ctx, 'identity.address-change') };
}

async function fillDirectory(
  site: TestSite,
  ctx: Context,
  { words, host, hubName, origin, employee }: Filling & { employee: Actor },
) {
  const { id: theme } = unwrap(await execute(ctx, addTheme, { label: words, parentId: null, hue: 'leaf' }));
  const profile = {
    name: words,
    shortName: words.slice(0, 60),
    mission: words,
    description: `${words}\n\n${words}`,
    themes: [theme],
    offers: [words],
    needs: [words],
    skills: [words],
    means: [words],
    audiences: [words],
    supports: [words],
    phone: '02 61 91 22 22',
    email: `structure@${host}`,
    website: `https://${host}/structure`,
    locations: [{ ...guichen, label: words, street: words, openingHours: 'Mo 09:00-12:00', openingHoursNote: words }],
    contacts: [
      {
        personId: employee.personId,
        name: words,
        role: words,
        visibility: 'public' as const,
        email: `contact@${host}`,
        emailVisibility: 'public' as const,
        phone: '02 61 91 33 33',
        phoneVisibility: 'public' as const,
      },
    ],
    isMember: true,
    isSupport: true,
  };
  const organization = await anOrganization(ctx, profile);
  const draft = await anOrganization(ctx, { ...profile, name: `${words} brouillon` }, { status: 'draft' });
  const archived = await anOrganization(ctx, { ...profile, name: `${words} archive` });
  unwrap(await execute(ctx, archiveOrganizations, { ids: [archived.id] }));
  const trashed = await anOrganization(ctx, { ...profile, name: `${words} corbeille` });
  unwrap(await execute(ctx, trashOrganizations, { ids: [trashed.id] }));
  const merged = await anOrganization(ctx, { ...profile, name: `${words} doublon` });
  unwrap(await execute(ctx, mergeOrganizations, { keptId: organization.id, mergedId: merged.id }));
  unwrap(await execute(ctx, tellApart, { aId: organization.id, bId: draft.id }));
  unwrap(await execute(ctx, setDirectoryRules, { structuresAreReviewed: true, asksYearly: true }));

  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#2a7' } })
    .jpeg()
    .toBuffer();
  const { imageId: image } = unwrap(
    await keepPicture(ctx, site.site.ports, {
      bytes,
      alternative: words,
      credit: words.slice(0, 120),
      visibility: 'public',
    }),
  );
  const { id: photo } = unwrap(
    await execute(ctx, attachPhoto, {
      organizationId: organization.id,
      imageId: image,
      credit: words,
      alternative: words,
    }),
  );

  const visitor = { ...ctx, actor: null };
  const author = { name: words, email: `auteur@${host}`, phone: '02 61 91 44 44' };
  unwrap(
    await execute(visitor, suggestCorrection, {
      organizationId: organization.id,
      proposed: { mission: `${words} corrigée` },
      author,
      message: words,
    }),
  );
  unwrap(
    await execute(visitor, requestClaim, { organizationId: organization.id, author, message: words, origin, hubName }),
  );
  unwrap(await execute(ctx, askConfirmation, { organizationId: organization.id, origin, hubName }));
  const importId = await fillImport(site, ctx, words, host);
  return {
    ids: {
      organization: organization.id,
      draft: draft.id,
      archived: archived.id,
      trashed: trashed.id,
      merged: merged.id,
      theme,
      image,
      photo,
      import: importId,
      suggestion: await firstId(ctx, 'organization_suggestions'),
    },
    slugs: {
      organization: organization.slug,
      draft: draft.slug,
      archived: archived.slug,
      trashed: trashed.slug,
      merged: merged.slug,
    },
    tokens: {
      claim: await mailedToken(ctx, 'directory.claim-link'),
      confirmation: await mailedToken(ctx, 'directory.confirmation'),
    },
  };
}

async function fillImport(site: TestSite, ctx: Context, words: string, host: string): Promise<string> {
  const { files, outbound } = site.site.ports;
  const fileKey = importFileKey(ctx.hubId, 'bin');
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const row = [`${words} importée`, '35580', 'Guichen', words, `https://${host}/importee`].map(cell).join(';');
  await files.put(fileKey, Buffer.from(`Nom;Code postal;Commune;Description;Site\n${row}\n`));
  const { id } = unwrap(
    await execute(ctx, startImport, { from: { kind: 'upload', fileKey, fileName: `${words}.csv`.slice(0, 300) } }),
  );
  await readImportFile(ctx, { files, outbound }, id, 1);
  const mapping = (await readImport(ctx.db, id))?.mapping as ImportMapping;
  const { pass } = unwrap(await execute(ctx, chooseMapping, { importId: id, source: words.slice(0, 120), mapping }));
  await compareImport(ctx, { files, outbound }, id, pass);
  const run = unwrap(await execute(ctx, runImport, { importId: id }));
  await writeImport(ctx, { files }, id, run.pass);
  return id;
}

async function mailedToken(ctx: Context, kind: string): Promise<string> {
  const { rows } = await ctx.db.execute<{ body: { action?: { href: string } } }>(
    sql`select body from mail_messages where kind = ${kind} order by created_at desc limit 1`,
  );
  return lastPart(rows[0]?.body.action?.href ?? '');
}

async function firstId(ctx: Context, table: string): Promise<string> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`select id from ${sql.identifier(table)} limit 1`);
  return rows[0]?.id ?? '';
}

function lastPart(address: string): string {
  return new URL(address, 'http://localhost').pathname.split('/').at(-1) ?? '';
}
