import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { createHub } from './create-hub.ts';
import { dressHub } from './dress-hub.ts';
import { presentHub } from './present-hub.ts';
import { setHubContacts } from './set-hub-contacts.ts';
import { setHubRules } from './set-hub-rules.ts';
import { setLegalNotice } from './set-legal-notice.ts';
import { addTerritoryPart } from './add-territory-part.ts';
import { moveTerritoryPart } from './move-territory-part.ts';
import { removeTerritoryPart } from './remove-territory-part.ts';
import { addDomain, removeDomain } from './change-domains.ts';
import { closeHub, reopenHub } from './close-hub.ts';
import { readHubSettings } from '../queries/hub-settings.ts';
import { createHubDirectory } from '../queries/hub-directory.ts';
import { listHubs } from '../queries/hub-list.ts';
import { newId, newToken } from '#platform/ids/ids.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

const aSlug = () =>
  `pole-${newToken()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')}`;

/** A hub with its settings, seen by an employee. */
async function openedHub(slug = aSlug()) {
  const hubId = newId();
  unwrap(
    await execute(contextOf(database, hubId, actorWith('operator')), createHub, { name: 'Pôle ESS des Essais', slug }),
  );
  return contextOf(database, hubId, actorWith('employee'));
}

const settingsOf = async (ctx: Awaited<ReturnType<typeof openedHub>>) => {
  const settings = await readHubSettings(ctx.db, ctx.hubId);
  if (!settings) throw new Error('no settings');
  return settings;
};

describe('settings', () => {
  test('a new hub follows the common defaults, then its own choices', async () => {
    const ctx = await openedHub();
    expect(await settingsOf(ctx)).toMatchObject({
      welcome: 'Ici, on entreprend ensemble.',
      isDemo: false,
      ownChoices: [],
    });
    unwrap(
      await execute(ctx, presentHub, { name: 'Pôle des Landes', welcome: 'Ici, on sème.', promise: '', slogan: '' }),
    );
    const settings = await settingsOf(ctx);
    expect(settings).toMatchObject({ name: 'Pôle des Landes', welcome: 'Ici, on sème.', ownChoices: ['welcome'] });
    expect(settings.promise).toMatch(/^Le pôle relie/);
    expect(ctx.witness.facts).toEqual([{ type: 'hubChanged', hubId: ctx.hubId }]);
  });

  test('the second editor is told, and may still save', async () => {
    const ctx = await openedHub();
    const { version } = await settingsOf(ctx);
    unwrap(
      await execute(ctx, dressHub, {
        brandColor: '#123456',
        accentColor: '#ffcc00',
        motif: 'coast',
        version: String(version),
      }),
    );
    const refused = await execute(ctx, dressHub, {
      brandColor: '#654321',
      accentColor: '#ffcc00',
      motif: 'coast',
      version: String(version),
    });
    expect(refused).toMatchObject({ ok: false, reason: 'edited_meanwhile' });
    expect(await settingsOf(ctx)).toMatchObject({ brandColor: '#123456', version: version + 1 });
    unwrap(
      await execute(ctx, dressHub, {
        brandColor: '#654321',
        accentColor: '#ffcc00',
        motif: 'coast',
        version: version + 1,
      }),
    );
  });

  test('says in French what is wrong, field by field', async () => {
    const ctx = await openedHub();
    expect(await execute(ctx, presentHub, { name: '', welcome: '', promise: '', slogan: '' })).toMatchObject({
      fields: { name: 'Donnez le nom du pôle.' },
    });
    expect(
      await execute(ctx, setHubContacts, {
        email: 'pas-une-adresse',
        phone: '',
        street: '',
        postcode: '',
        city: '',
        welcomeHours: '',
        website: 'javascript:alert(1)',
      }),
    ).toMatchObject({
      fields: { email: expect.stringContaining('arobase'), website: expect.stringContaining('site') },
    });
  });

  test.each(['board_member', 'member', 'contributor', 'operator', null] as const)(
    '%s may not change them',
    async (role) => {
      const { hubId } = await openedHub();
      const ctx = contextOf(database, hubId, role ? actorWith(role) : null);
      const attempts = await Promise.all([
        execute(ctx, presentHub, { name: 'Pris' }),
        execute(ctx, dressHub, { brandColor: '#000000', accentColor: '#000000', motif: 'coast' }),
        execute(ctx, setHubContacts, {}),
        execute(ctx, setHubRules, {}),
        execute(ctx, setLegalNotice, {}),
        execute(ctx, addTerritoryPart, { kind: 'municipality', code: '35126', label: 'Guichen' }),
      ]);
      expect(attempts.map((outcome) => !outcome.ok && outcome.reason)).toEqual(Array(6).fill('forbidden'));
    },
  );
});

describe('territory', () => {
  const guichen = { kind: 'municipality', code: '35126', label: 'Guichen' } as const;
  const pipriac = { kind: 'municipality', code: '35219', label: 'Pipriac' } as const;
  const redon = { kind: 'epci', code: '243500741', label: 'Redon Agglomération' } as const;

  test('is added to, reordered and reduced', async () => {
    const ctx = await openedHub();
    for (const part of [guichen, pipriac, redon, guichen]) unwrap(await execute(ctx, addTerritoryPart, part));
    expect((await settingsOf(ctx)).territory).toEqual([guichen, pipriac, redon]);
    unwrap(await execute(ctx, moveTerritoryPart, { ...redon, by: -1 }));
    unwrap(await execute(ctx, moveTerritoryPart, { ...guichen, by: -1 }));
    expect((await settingsOf(ctx)).territory).toEqual([guichen, redon, pipriac]);
    unwrap(await execute(ctx, removeTerritoryPart, redon));
    expect((await settingsOf(ctx)).territory).toEqual([guichen, pipriac]);
    expect(await execute(ctx, removeTerritoryPart, redon)).toMatchObject({ reason: 'unknown_part' });
  });

  test('of one hub is not that of another', async () => {
    const [one, other] = [await openedHub(), await openedHub()];
    unwrap(await execute(one, addTerritoryPart, guichen));
    expect((await settingsOf(other)).territory).toEqual([]);
    expect(await execute(other, removeTerritoryPart, guichen)).toMatchObject({ reason: 'unknown_part' });
    expect((await settingsOf(one)).territory).toEqual([guichen]);
  });
});

describe('domains and opening', () => {
  test('a domain leads to one hub only, and is given by an operator', async () => {
    const [one, other] = [await openedHub(), await openedHub()];
    const host = `${aSlug()}.example.org`;
    const asOperator = (hubId: string) => contextOf(database, hubId, actorWith('operator'));
    expect(await execute(one, addDomain, { host })).toMatchObject({ reason: 'forbidden' });
    unwrap(await execute(asOperator(one.hubId), addDomain, { host: `https://${host}/accueil`, isPrimary: true }));
    expect(await execute(asOperator(other.hubId), addDomain, { host })).toMatchObject({ reason: 'domain_taken' });
    expect(await execute(asOperator(other.hubId), removeDomain, { host })).toMatchObject({ reason: 'unknown_domain' });
    const directory = createHubDirectory(database.databases.installation, new URL('http://localhost:3000'));
    expect(await directory.hubIdOf(host)).toBe(one.hubId);
    unwrap(await execute(asOperator(one.hubId), removeDomain, { host }));
    directory.forget();
    expect(await directory.hubIdOf(host)).toBeNull();
  });

  test('a closed hub answers nowhere, and comes back as it was', async () => {
    const slug = aSlug();
    const ctx = await openedHub(slug);
    const operator = contextOf(database, ctx.hubId, actorWith('operator'));
    expect(await execute(ctx, closeHub, {})).toMatchObject({ reason: 'forbidden' });
    unwrap(await execute(operator, closeHub, {}));
    const directory = createHubDirectory(database.databases.installation, new URL('http://localhost:3000'));
    expect(await directory.hubIdOf(`${slug}.localhost`)).toBeNull();
    unwrap(await execute(operator, reopenHub, {}));
    directory.forget();
    expect(await directory.hubIdOf(`${slug}.localhost`)).toBe(ctx.hubId);
    expect((await listHubs(ctx.db)).find((hub) => hub.id === ctx.hubId)).toMatchObject({
      slug,
      closedAt: null,
      domains: [],
    });
  });

  test('two hubs cannot bear the same name in addresses', async () => {
    const slug = aSlug();
    await newHub(database, slug);
    expect(
      await execute(contextOf(database, newId(), actorWith('operator')), createHub, { name: 'Double', slug }),
    ).toMatchObject({ reason: 'slug_taken' });
  });
});
