import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aRequest } from '#modules/advice/testing/builders.ts';
import { aPerson, inWork } from '#modules/identity/testing/builders.ts';
import { giveConsent } from '#modules/identity/index.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { paths } from '../../paths.ts';

let site: TestSite;
let hub: TestHub;
let employee: TestPerson;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  employee = await hub.person('employee');
});
afterAll(async () => {
  expect(site.failures).toEqual([]);
  await site.close();
});

/** Runs the job that mails the links asked for. */
async function deliver(of: TestHub = hub): Promise<void> {
  const ctx = await of.context();
  const job = site.site.deps.modules
    .flatMap((module) => module.jobs ?? [])
    .find(({ name }) => name === 'people.send-rights-links');
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from rights_links where person_id is null and opened_at is null`,
  );
  const more = { ports: site.site.ports, attempt: 1, isLastAttempt: true, signal: new AbortController().signal };
  for (const { id } of rows) await job?.run({ ...ctx, ...more }, { id });
}

/** Links mailed to an address, by the name of whom they are for. */
async function links(address: string): Promise<Map<string, string>> {
  const ctx = await hub.context();
  const { rows } = await ctx.db.execute<{
    name: string;
    href: string;
  }>(sql`select recipient_name as name, body -> 'action' ->> 'href' as href
    from mail_messages where kind = 'people.rights-link' and recipient = ${address}`);
  return new Map(rows.map(({ name, href }) => [name, new URL(href).pathname]));
}

test('someone without account sees, takes away, corrects, and asks that all be erased, by a mailed link', async () => {
  const ctx = await hub.context(employee.actor);
  const email = 'annick@courrier.example';
  const { personId } = await aPerson(ctx, { givenName: 'Annick', familyName: 'Sanscompte', phone: '02 61 91 10 10' });
  await hub.post(`${paths.person(personId)}/coordonnees`, { kind: 'email', value: email }, employee.cookie);
  await hub.post(
    `${paths.person(personId)}/notes`,
    { kind: 'call', happenedOn: '2026-05-04', text: 'Rappelée au sujet du jardin.' },
    employee.cookie,
  );
  await inWork(ctx, async (work) =>
    giveConsent(work, { personId, purpose: 'photo', wording: 'Je veux bien être sur la photo', source: 'fête' }),
  );
  await aRequest(ctx, { name: 'Annick', reach: email, message: 'Peut-on visiter ?' });

  const known = await hub.post(paths.rights, { email: 'ANNICK@courrier.example ' });
  const unknown = await hub.post(paths.rights, { email: 'personne@courrier.example' });
  const words = async (answer: Response) => (await answer.text()).replaceAll(/value="[^"]*"/g, '');
  expect(await words(known)).toBe(await words(unknown));
  await deliver();
  const [path = ''] = (await links(email)).values();

  // What follows the links of mails for their reader shows nothing and proves nothing.
  const closed = await hub.get(path);
  expect(await closed.text()).not.toContain('Rappelée');
  expect(closed.headers.get('x-robots-tag')).toContain('noindex');
  expect((await hub.get(`${path}/donnees.json`)).status).toBe(404);
  expect((await hub.post(`${path}/corriger`, { givenName: 'X', familyName: 'Y', phone: '', postal: '' })).status).toBe(
    404,
  );
  expect((await hub.post(`${path}/effacer`, {})).status).toBe(404);

  expect((await hub.post(`${path}/ouvrir`, {})).status).toBe(303);
  const page = await (await hub.get(path)).text();
  for (const held of ['Annick', 'Rappelée au sujet du jardin', 'Peut-on visiter', 'Je veux bien être sur la photo'])
    expect(page).toContain(held);
  const file = (await (await hub.get(`${path}/donnees.json`)).json()) as { rubriques: unknown[] };
  expect(JSON.stringify(file)).toContain('Rappelée au sujet du jardin');

  const refused = await hub.post(`${path}/corriger`, {
    givenName: 'Anne',
    familyName: 'Sanscompte',
    phone: 'abc',
    postal: '',
  });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toMatch(/value="abc"/);
  await hub.post(`${path}/corriger`, {
    givenName: 'Anne',
    familyName: 'Sanscompte',
    phone: '',
    postal: '4 rue du Pré, 35580 Guichen',
  });
  const corrected = await (await hub.get(paths.person(personId), employee.cookie)).text();
  expect(corrected).toContain('4 rue du Pré, 35580 Guichen');
  expect(corrected).not.toContain('02 61 91 10 10');
  const consentId = /name="consentId" value="([^"]+)"/.exec(page)?.[1] ?? '';
  await hub.post(`${path}/accords`, { consentId });
  expect(await (await hub.get(path)).text()).toContain('retiré le');
  await hub.post(`${path}/effacer`, {});
  expect(await (await hub.get(paths.person(personId), employee.cookie)).text()).toContain('demande l’effacement');
  await hub.post(`${paths.person(personId)}/effacer`, { sure: 'oui' }, employee.cookie);
  expect((await hub.get(path)).status).toBe(404);
});

test('a shared mailbox gets one link a person, and neither opens the other’s', async () => {
  const ctx = await hub.context(employee.actor);
  const email = 'deux@foyer.example';
  const rose = await aPerson(ctx, { givenName: 'Rose', familyName: 'Deux' });
  const paul = await aPerson(ctx, { givenName: 'Paul', familyName: 'Deux' });
  for (const { personId } of [rose, paul])
    await hub.post(`${paths.person(personId)}/coordonnees`, { kind: 'email', value: email }, employee.cookie);
  await hub.post(`${paths.person(paul.personId)}/notes`, { kind: 'note', text: 'Secret de Paul' }, employee.cookie);
  await hub.post(paths.rights, { email });
  await deliver();
  const mailed = await links(email);
  expect([...mailed.keys()].sort()).toEqual(['Paul Deux', 'Rose Deux']);
  const own = mailed.get('Rose Deux') ?? '';
  await hub.post(`${own}/ouvrir`, {});
  expect(await (await hub.get(own)).text()).not.toContain('Secret de Paul');
});

test('links end, serve one hub, and are not sent for ever', async () => {
  const ctx = await hub.context(employee.actor);
  const email = 'presse@courrier.example';
  await aPerson(ctx, { givenName: 'Ève', familyName: 'Pressée', email });
  for (let count = 0; count < 6; count += 1) await hub.post(paths.rights, { email });
  const { rows } = await ctx.db.execute(sql`select from rights_links where email = ${email}`);
  expect(rows).toHaveLength(3);
  await deliver();
  const path = [...(await links(email)).values()][0] ?? '';
  const elsewhere = await site.hub('Pôle voisin');
  expect((await elsewhere.get(path)).status).toBe(404);
  await ctx.db.execute(
    sql`update rights_links set expires_at = now() - interval '1 minute' where person_id is not null`,
  );
  expect((await hub.get(path)).status).toBe(404);
  expect((await hub.get(paths.ownRights('n-importe-quoi-de-bien-long'))).status).toBe(404);
});
