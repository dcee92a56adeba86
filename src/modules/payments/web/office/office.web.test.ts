import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPayingSite, type PayingSite } from '#tests/support/paying-site.ts';
import type { TestHub } from '#tests/support/app.ts';

const account = { clientId: 'ici', clientSecret: 'secret-ici', organizationSlug: 'pole-ici' };
let paying: PayingSite;
let hub: TestHub;
let cookie: string;
beforeAll(async () => {
  paying = await openPayingSite([account]);
  hub = await paying.hub(account);
  cookie = await hub.signIn('employee');
});
afterAll(async () => {
  expect(paying.site.failures).toEqual([]);
  await paying.site.close();
  await paying.helloasso[Symbol.asyncDispose]();
});

const text = async (path: string) => (await hub.get(path, cookie)).text();
const office = (id: string) => `/gestion/paiements/${id}`;

test('a cheque is noted from the list or the sheet, carried to the bank, and invoiced', async () => {
  const charge = await paying.charge(hub);
  expect(await text('/gestion/paiements')).toContain('Maëlle Le Goff');
  const refused = await hub.post(`${office(charge.id)}/encaisser`, { way: 'cheque', amount: 'quinze' }, cookie);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('value="quinze"');
  const noted = { way: 'cheque', amount: '15,00', number: '0004321', bank: 'Banque d’Essai', receivedOn: '' };
  expect((await hub.post(`${office(charge.id)}/encaisser`, noted, cookie)).status).toBe(303);
  expect(await text(office(charge.id))).toContain('n° 0004321');
  const drawer = await text('/gestion/paiements/remises');
  const entry = /name="ids" value="([0-9a-f-]{36})"/.exec(drawer)?.[1] ?? '';
  const deposited = await hub.post('/gestion/paiements/remises', { ids: entry, depositedOn: '2026-11-20' }, cookie);
  const slip = deposited.headers.get('location') ?? '';
  expect(await text(slip)).toContain('Remise n° 1');
  const file = await hub.get(`${slip}.pdf`, cookie);
  expect(file.headers.get('content-type')).toBe('application/pdf');
  const paper = { kind: 'invoice', buyerName: 'Ressourcerie du Semnon', buyerAddress: '1 rue du Four\n35150 Janzé' };
  await hub.post(`${office(charge.id)}/papiers`, paper, cookie);
  const invoices = await text('/gestion/paiements/factures');
  const href = /href="(\/gestion\/paiements\/factures\/[0-9a-f-]{36}\.pdf)"/.exec(invoices)?.[1] ?? '';
  const first = Buffer.from(await (await hub.get(href, cookie)).arrayBuffer());
  expect(first.subarray(0, 5).toString()).toBe('%PDF-');
  // Kept as it was drawn, whatever the settings become.
  await hub.post('/gestion/paiements/reglages/factures', { sellerName: 'Autre nom', version: '1' }, cookie);
  expect(Buffer.from(await (await hub.get(href, cookie)).arrayBuffer()).equals(first)).toBe(true);
  expect(await paying.work()).toBe(1);
  // The payer finds it behind her own address, and nobody else does.
  const id = /factures\/(.+)\.pdf/.exec(href)?.[1] ?? '';
  expect((await hub.get(`${charge.path}/papiers/${id}.pdf`)).status).toBe(200);
  const other = await paying.charge(hub);
  expect((await hub.get(`${other.path}/papiers/${id}.pdf`)).status).toBe(404);
});

test('a payment by card is given back through the provider', async () => {
  const charge = await paying.charge(hub);
  const payment = paying.helloasso.pay(await paying.begin(hub, charge.path));
  await hub.post(`${office(charge.id)}/verifier`, {}, cookie);
  const version = async () => /name="version" value="(\d+)"/.exec(await text(office(charge.id)))?.[1] ?? '';
  const online = { way: 'online', paymentId: String(payment.id) };
  const refund = async (amount: string, at: string) =>
    hub.post(`${office(charge.id)}/rembourser`, { ...online, amount, version: at }, cookie);
  const first = await version();
  const tooMuch = await refund('15,01', first);
  expect([tooMuch.status, (await tooMuch.text()).includes('value="15,01"')]).toEqual([422, true]);
  // A part first, from two pages open at once: given back once.
  const both = await Promise.all([refund('5', first), refund('5', first)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422]);
  const asked = () => paying.helloasso.payments.get(payment.id)?.refunds.map(({ amount }) => amount);
  expect(asked()).toEqual([500]);
  expect(await text(office(charge.id))).toContain('value="10,00"');
  // One asked, and not done yet at the provider: nothing is asked again.
  paying.helloasso.giveBack(payment.id, 100, 'Processing');
  expect(await (await refund('10', await version())).text()).toContain('déjà en route');
  paying.helloasso.payments.get(payment.id)?.refunds.pop();
  expect((await refund('10', await version())).status).toBe(303);
  expect(asked()).toEqual([500, 1000]);
  expect(paying.helloasso.payments.get(payment.id)?.state).toBe('Refunded');
  expect(await text(office(charge.id))).toContain('Remboursé');
  expect((await refund('15', await version())).status).toBe(422);
  expect(asked()).toEqual([500, 1000]);
});

test('files open in spreadsheets', async () => {
  for (const path of [
    '/gestion/paiements.csv?vue=tous',
    '/gestion/paiements/registre.csv',
    '/gestion/paiements/factures.csv',
  ])
    expect((await hub.get(path, cookie)).headers.get('content-type'), path).toContain('text/csv');
  expect(await text('/gestion/paiements/registre.csv')).toContain('Banque d’Essai');
  for (const path of ['/gestion/paiements.xlsx', '/gestion/paiements/registre.xlsx'])
    expect((await hub.get(path, cookie)).headers.get('content-type')).toContain('spreadsheetml');
});

describe('settings', () => {
  test('never show a secret again, say how the account answers, and let it go', async () => {
    const shown = await text('/gestion/paiements/reglages');
    expect(shown).toContain('pole-ici');
    expect(shown).not.toContain('secret-ici');
    await hub.post('/gestion/paiements/reglages/helloasso/verifier', {}, cookie);
    expect(await text('/gestion/paiements/reglages')).toContain('Le compte est relié');
    const version = /name="version" value="(\d+)"/.exec(await text('/gestion/paiements/reglages'))?.[1] ?? '';
    const wrong = {
      helloassoSlug: 'https://www.helloasso.com/associations/pole-ici',
      helloassoClientId: 'ici',
      clientSecret: 'faux',
      version,
    };
    await hub.post('/gestion/paiements/reglages/helloasso', wrong, cookie);
    expect(await text('/gestion/paiements/reglages')).toContain('HelloAsso refuse ces identifiants');
    const stale = await hub.post('/gestion/paiements/reglages/helloasso', wrong, cookie);
    expect(stale.status).toBe(422);
    expect(await stale.text()).toContain('pendant que vous écriviez');
  });

  test('refuse an IBAN that is not one, and keep what was typed', async () => {
    const version = /name="version" value="(\d+)"/.exec(await text('/gestion/paiements/reglages'))?.[1] ?? '';
    const typed = { accountHolder: 'Pôle d’Essai', iban: 'FR76 3000 6000 0112 3456 7890 188', version };
    const refused = await hub.post('/gestion/paiements/reglages', typed, cookie);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Pôle d’Essai');
    const right = { ...typed, iban: 'FR76 3000 6000 0112 3456 7890 189', chequeOrder: 'Pôle d’Essai' };
    expect((await hub.post('/gestion/paiements/reglages', right, cookie)).status).toBe(303);
    const charge = await paying.charge(hub);
    await hub.post(charge.path, { way: 'transfer' });
    expect(await (await hub.get(charge.path)).text()).toContain('FR76 3000 6000 0112 3456 7890 189');
  });
});

test('nobody else sees any of it', async () => {
  const charge = await paying.charge(hub);
  for (const role of ['member', 'contributor', 'board_member'] as const) {
    const other = await hub.signIn(role);
    for (const path of [
      '/gestion/paiements',
      office(charge.id),
      '/gestion/paiements/reglages',
      '/gestion/paiements/registre.csv',
    ])
      expect((await hub.get(path, other)).status, `${role} ${path}`).toBe(404);
  }
});
