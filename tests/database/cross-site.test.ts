import { afterAll, beforeAll, expect, test } from 'vitest';
import { encoded, openTestSite, type TestSite } from '#tests/support/app.ts';
import { hubTables, rowsOf, type HubTable } from './support/catalogue.ts';
import { fillHub, type FilledHub } from './support/fill-hub.ts';
import { everyRoute, filledPath, nameOf, readNames } from './support/routes.ts';

let site: TestSite;
let filled: FilledHub;
let tables: HubTable[];
beforeAll(async () => {
  site = await openTestSite();
  filled = await fillHub(site, await site.hub(), 'Bruyère');
  tables = await hubTables(site.database.ownerPool);
});
afterAll(() => site.close());

/** What a page of another site, or no browser at all, would send. */
const strangers: Record<string, Record<string, string>> = {
  'no origin': {},
  'a foreign origin': { origin: 'https://ailleurs.example' },
  'a foreign origin that ends like ours': { origin: 'http://ailleurs-pole.localhost' },
  'another hub': { origin: 'http://pole-999.localhost' },
  'an opaque origin': { origin: 'null' },
  'cross-site, with our origin': { origin: 'ours', 'sec-fetch-site': 'cross-site' },
  'same-site, with our origin': { origin: 'ours', 'sec-fetch-site': 'same-site' },
  'typed in the address bar': { 'sec-fetch-site': 'none' },
  'a foreign referer': { referer: 'https://ailleurs.example/page' },
  'a forwarded host': { origin: 'https://ailleurs.example', 'x-forwarded-host': 'ailleurs.example' },
};

/** Addresses that hold a secret, which no other site knows: their forms may come from a page that tells no origin. */
const takenFromMachines = [
  '/mes-donnees/:secret/ouvrir',
  '/mes-donnees/:secret/corriger',
  '/mes-donnees/:secret/adresse',
  '/mes-donnees/:secret/accords',
  '/mes-donnees/:secret/effacer',
  '/nouvelle-adresse/:secret',
  '/adresse-quittee/:secret',
  '/payer/:secret',
  '/payer/:secret/retour',
  '/paiements/helloasso/:secret',
  '/adhesion/:secret/modifier',
  '/adhesion/:secret/retirer',
  '/renouveler/:secret',
  '/renouveler/:secret/ne-plus-relancer',
  '/inscription/:secret/modifier',
  '/inscription/:secret/annuler',
  '/inscription/:secret/transmettre',
  '/inscription/:secret/ateliers',
  '/inscription/:secret/place',
  '/inscription/:secret/covoiturage',
  '/abonnement/:secret',
  '/quoi-de-neuf/:secret',
  '/messagerie/reponses/:secret',
  '/desabonnement/:secret',
  '/messagerie/retours/:secret',
  '/demande/:secret/message',
  '/demande/:secret/rendez-vous',
  '/demande/:secret/retirer',
];

test('no form is taken from elsewhere, and nothing happens', async () => {
  const { hub, employee, ids, slugs, tokens } = filled;
  const { body, headers } = await encoded({
    ...Object.fromEntries(readNames().fields.map((name) => [name, 'Texte'])),
    ids: [ids.organization],
    reach: 'visiteur@exemple.fr',
    email: 'visiteur@exemple.fr',
  });
  const before = await rowsOf(site.database.ownerPool, tables, hub.id);
  const taken: string[] = [];
  for (const route of everyRoute(site)) {
    if (route.method !== 'POST') continue;
    if (route.machinePost) taken.push(route.path);
    const values = {
      id: ids.organization,
      slug: slugs.organization,
      token: route.path.includes('lien') ? tokens.signInLink : tokens.claim,
      act: 'fermer',
      theme: ids.theme,
    };
    for (const [who, sent] of Object.entries(strangers)) {
      if (route.machinePost) continue;
      const from = sent['origin'] === 'ours' ? { ...sent, origin: hub.origin } : sent;
      const answer = await hub.send(filledPath(route.path, values), {
        method: 'POST',
        body,
        cookie: employee.cookie,
        headers: { ...headers, ...from },
      });
      expect([answer.status, answer.headers.getSetCookie()], `${nameOf(route)} from ${who}`).toEqual([403, []]);
    }
  }
  expect(taken).toEqual(takenFromMachines);
  const { sessions: _seen, ...after } = await rowsOf(site.database.ownerPool, tables, hub.id);
  const { sessions: _known, ...known } = before;
  expect(after).toEqual(known);
});

test('the same form from here is taken', async () => {
  const form = { name: 'Camille', reach: 'camille@exemple.fr', message: 'Bonjour à vous' };
  expect((await filled.hub.post('/contact', form)).status).toBe(303);
  const { body, headers } = await encoded(form);
  const ways: Record<string, string>[] = [
    { origin: filled.hub.origin },
    { referer: `${filled.hub.origin}/contact` },
    { 'sec-fetch-site': 'same-origin' },
  ];
  for (const from of ways) {
    expect((await filled.hub.send('/contact', { method: 'POST', body, headers: { ...headers, ...from } })).status).toBe(
      303,
    );
  }
});

test('no other method acts, and reading changes nothing', async () => {
  const before = await rowsOf(site.database.ownerPool, tables, filled.hub.id);
  for (const route of everyRoute(site)) {
    if (route.method !== 'POST') continue;
    const path = filledPath(route.path, {
      id: filled.ids.organization,
      slug: filled.slugs.organization,
      token: filled.tokens.signInLink,
      act: 'fermer',
    });
    for (const method of ['PUT', 'PATCH', 'DELETE'] as never[]) {
      expect(
        (
          await filled.hub.send(path, {
            method,
            cookie: filled.employee.cookie,
            headers: { origin: filled.hub.origin },
          })
        ).status,
        `${String(method)} ${path}`,
      ).toBe(404);
    }
    for (const method of ['GET', 'HEAD'] as const)
      await filled.hub.send(path, { method, cookie: filled.employee.cookie });
  }
  const { sessions: _seen, ...after } = await rowsOf(site.database.ownerPool, tables, filled.hub.id);
  const { sessions: _known, ...known } = before;
  expect(after).toEqual(known);
});

test('a body that is no form, too long or of unknown length is refused', async () => {
  const { hub } = filled;
  const from = { origin: hub.origin, 'sec-fetch-site': 'same-origin' };
  const send = async (headers: Record<string, string>, body = 'name=a'): Promise<number> =>
    (await hub.send('/contact', { method: 'POST', body, headers: { ...from, ...headers } })).status;
  expect(await send({ 'content-type': 'application/x-www-form-urlencoded' })).toBe(413);
  expect(await send({ 'content-type': 'application/x-www-form-urlencoded', 'content-length': '99999999' })).toBe(413);
  expect(await send({ 'content-type': 'text/plain', 'content-length': '6' })).toBe(400);
  expect(await send({ 'content-type': 'application/json', 'content-length': '2' }, '{}')).toBe(400);
  expect(await send({ 'content-type': 'multipart/form-data; boundary=x', 'content-length': '6' })).toBe(400);
});
