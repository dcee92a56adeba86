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
async function links(address: string, kind = 'people.rights-link'): Promise<Map<string, string>> {
  const ctx = await hub.context();
  const { rows } = await ctx.db.execute<{
    name: string;
    href: string;
  }>(sql`select recipient_name as name, body -> 'action' ->> 'href' as href
    from mail_messages where kind = ${kind} and recipient = ${address} order by created_at, id`);
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

/** The private page of somebody, open. */
async function ownPageOf(email: string): Promise<string> {
  await hub.post(paths.rights, { email });
  await deliver();
  const path = [...(await links(email)).values()].at(-1) ?? '';
  await hub.post(`${path}/ouvrir`, {});
  return path;
}

const linkTo = async (address: string, kind: string) => [...(await links(address, kind)).values()].at(-1) ?? '';

test('another mail address is proved by its mailbox, takes all with it, and can be taken back from the former one', async () => {
  const ctx = await hub.context(employee.actor);
  const [old, next] = ['yann@ancienne.example', 'yann@nouvelle.example'];
  const { personId } = await aPerson(ctx, { givenName: 'Yann', familyName: 'Demenage', email: old });
  await aRequest(ctx, { name: 'Yann Demenage', reach: old, message: 'Qui répare les vélos ?' });
  await ctx.db.execute(sql`insert into newsletter_subscribers (id, address, person_id, subjects, asked_at, confirmed_at)
    values (${ctx.newId()}, ${old}, ${personId}, '{trainings}', now(), now())`);
  const subscription = async () =>
    (
      await ctx.db.execute(
        sql`select address, subjects, ended_at from newsletter_subscribers where person_id = ${personId}`,
      )
    ).rows;
  const own = await ownPageOf(old);
  const typed = await hub.post(`${own}/adresse`, { email: 'yann@' });
  expect(typed.status).toBe(422);
  expect(await typed.text()).toContain('value="yann@"');
  expect((await hub.post(`${own}/adresse`, { email: old })).status).toBe(422);
  await hub.post(`${own}/adresse`, { email: ' Yann@Nouvelle.example' });

  // Nothing moves before the new mailbox spoke, by a button: programs follow links.
  const proof = await linkTo(next, 'people.prove-address');
  expect((await hub.get(proof)).headers.get('referrer-policy')).toBe('no-referrer');
  expect(await (await hub.get(own)).text()).toContain(`<strong>${old}</strong>`);
  expect(await (await hub.post(proof, {})).text()).toContain('C’est fait');
  expect((await hub.post(proof, {})).status).toBe(410);
  const page = await (await hub.get(own)).text();
  expect(page).toContain(`<strong>${next}</strong>`);
  expect(page).toContain('Qui répare les vélos');
  expect(await subscription()).toEqual([{ address: next, subjects: ['trainings'], ended_at: null }]);
  // Whoever reads the former mailbox opens nothing of hers any more.
  const before = (await links(old)).size;
  await hub.post(paths.rights, { email: old });
  await deliver();
  expect((await links(old)).size).toBe(before);
  const { rows } = await ctx.db.execute<{ summary: string }>(
    sql`select summary from audit_entries where subject_id = ${personId} and summary like 'Adresse e-mail changée%'`,
  );
  expect(rows).toHaveLength(1);

  // It was somebody who found the link: one press in the former mailbox puts all back, and closes the link.
  const undo = await linkTo(old, 'people.address-left');
  const { rows: told } = await ctx.db.execute<{ body: string }>(
    sql`select body::text from mail_messages where kind = 'people.address-left' and recipient = ${old}`,
  );
  expect(told[0]?.body).not.toContain(next);
  expect((await hub.get(undo)).status).toBe(200);
  expect(await (await hub.post(undo, {})).text()).toContain('remise');
  expect((await hub.get(own)).status).toBe(404);
  expect(await subscription()).toMatchObject([{ address: old }]);
  const sheet = await (await hub.get(paths.person(personId), employee.cookie)).text();
  expect(sheet).toContain(`href="mailto:${old}"`);
  expect(sheet).not.toContain(`mailto:${next}`);
});

test('who took an address and went on to a third loses both when the first mailbox says it was not her', async () => {
  const ctx = await hub.context(employee.actor);
  const [first, second, third] = ['claire@une.example', 'volee@deux.example', 'volee@trois.example'];
  const { personId } = await aPerson(ctx, { givenName: 'Claire', familyName: 'Deuxfois', email: first });
  await ctx.db.execute(sql`insert into newsletter_subscribers (id, address, person_id, subjects, asked_at, confirmed_at)
    values (${ctx.newId()}, ${first}, ${personId}, '{trainings}', now(), now())`);
  const own = await ownPageOf(first);
  for (const email of [second, third]) {
    await hub.post(`${own}/adresse`, { email });
    expect((await hub.post(await linkTo(email, 'people.prove-address'), {})).status).toBe(200);
  }
  const stale = await linkTo(second, 'people.address-left');
  expect((await hub.post(await linkTo(first, 'people.address-left'), {})).status).toBe(200);
  const { rows } = await ctx.db.execute(sql`select c.normalised, c.preferred, c.retired_at, s.address
    from contact_points c join newsletter_subscribers s on s.person_id = c.person_id where c.person_id = ${personId}`);
  expect(rows).toEqual([{ normalised: first, preferred: true, retired_at: null, address: first }]);
  expect((await hub.post(stale, {})).status).toBe(410);
  await hub.post(paths.rights, { email: third });
  await deliver();
  expect((await links(third)).size).toBe(0);
});

test('the address of somebody else is asked for like any other, and goes to the team as a possible twin', async () => {
  const ctx = await hub.context(employee.actor);
  const [mine, hers] = ['curieux@courrier.example', 'convoitee@courrier.example'];
  const { personId } = await aPerson(ctx, { givenName: 'Curieux', familyName: 'Voisin', email: mine });
  const other = await aPerson(ctx, { givenName: 'Jeanne', familyName: 'Convoitee', email: hers });
  const own = await ownPageOf(mine);
  const said = async (email: string) => {
    const answer = await hub.post(`${own}/adresse`, { email });
    const page = await (await hub.get(own)).text();
    const panel = page.slice(page.indexOf('id="adresse"'), page.indexOf('</form>', page.indexOf('id="adresse"')));
    return [answer.status, panel.replaceAll(email, '').replaceAll(/value="[^"]*"/g, '')];
  };
  expect(await said(hers)).toEqual(await said('inconnue@courrier.example'));
  await hub.post(`${own}/adresse`, { email: hers });
  const proof = await linkTo(hers, 'people.prove-address');
  expect(await (await hub.post(proof, {})).text()).not.toContain('Jeanne');
  // Proved, and still nothing of hers is his, nor the other way round.
  const sheet = async (id: string) => (await hub.get(paths.person(id), employee.cookie)).text();
  expect(await sheet(personId)).not.toContain(`mailto:${hers}`);
  const todo = await (await hub.get('/gestion', employee.cookie)).text();
  expect(todo).toContain('Curieux Voisin a changé d’adresse');
  const twins = await (await hub.get(paths.twins, employee.cookie)).text();
  expect(twins).toContain(paths.compare(personId, other.personId));
  const decide = paths.sharedAddress(/personnes\/adresses\/([\w-]+)/.exec(twins)?.[1] ?? '');
  for (const cookie of [undefined, await hub.signIn('member', 'board_member')])
    expect([303, 404]).toContain((await hub.post(decide, { decision: 'give' }, cookie)).status);
  await hub.post(decide, { decision: 'refuse' }, employee.cookie);
  expect(await sheet(personId)).not.toContain(`mailto:${hers}`);
  expect((await hub.post(decide, { decision: 'give' }, employee.cookie)).status).toBe(404);
  expect((await hub.post(`${own}/adresse`, { email: 'encore@courrier.example' })).status).toBe(422);
});
