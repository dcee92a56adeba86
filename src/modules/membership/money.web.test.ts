import { eq } from 'drizzle-orm';
import { fillMembershipMoney } from '#app/demo/fill-membership-money.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setLegalNotice, setHubContacts } from '#modules/hub/index.ts';
import { inWork } from '#modules/identity/testing/builders.ts';
import { addReceived } from '#modules/payments/index.ts';
import { paymentEntries } from '#modules/payments/tables.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import type { Fields, TestHub, TestPerson } from '#tests/support/app.ts';
import { openPayingSite, type PayingSite } from '#tests/support/paying-site.ts';
import { openMembershipLinks } from './links.ts';
import { issueTaxReceipts } from './receipts/commands/issue-tax-receipts.ts';
import { taxReceipts } from './receipts/tables.ts';
import { matchIncoming } from './reconciliation/commands/match-incoming.ts';
import { owedDues } from './reconciliation/queries/owed.ts';
import { incomingPayments } from './reconciliation/tables.ts';
import { memberBenefits } from './benefits/tables.ts';
import { memberships } from './tables.ts';
import { aCampaign, type BuiltCampaign } from './testing/builders.ts';

const account = { clientId: 'sous', clientSecret: 'secret-sous', organizationSlug: 'pole-sous' };
let paying: PayingSite;
let hub: TestHub;
let employee: TestPerson;
let ctx: Context;
let campaign: BuiltCampaign;
const year = Temporal.Now.zonedDateTimeISO('Europe/Paris').year;

beforeAll(async () => {
  paying = await openPayingSite([account]);
  hub = await paying.hub(account);
  employee = await hub.person('employee');
  ctx = await hub.context(employee.actor);
  campaign = await aCampaign(ctx);
  const nobody = {
    legalForm: '',
    publicationDirector: '',
    hostName: '',
    hostAddress: '',
    hostPhone: '',
    dataContact: '',
  };
  unwrap(
    await execute(ctx, setLegalNotice, { ...nobody, publisher: 'Pôle ESS', siren: '', rna: 'W351000000' } as never),
  );
  unwrap(
    await execute(ctx, setHubContacts, {
      email: '',
      phone: '',
      welcomeHours: '',
      street: '3 place du Marché',
      postcode: '35150',
      city: 'Janzé',
    } as never),
  );
});
afterAll(async () => {
  await paying.site.close();
  await paying.helloasso[Symbol.asyncDispose]();
});

const post = (path: string, fields: Fields) => hub.post(path, fields, employee.cookie);
const raw = async (path: string) => (await hub.get(path, employee.cookie)).text();
/** The words of a page, without its frame. */
const wordsOf = (html: string) =>
  html
    .replace(/^[\s\S]*<main/, '<main')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ');
const page = async (path: string) => wordsOf(await raw(path));

/** A paper form typed with its cheque; 15 € of dues, and what is given on top. */
async function typed(familyName: string, more: Fields = {}): Promise<void> {
  const sent = await post('/gestion/adhesions/saisir', {
    campaignId: campaign.id,
    scaleId: campaign.scale('Personne').id,
    givenName: 'Awa',
    familyName,
    email: `${familyName.toLowerCase()}@exemple.fr`,
    street: '4 rue du Four',
    postcode: '35150',
    city: 'Janzé',
    donation: '30',
    'received.way': 'cheque',
    ...more,
  });
  if (sent.status !== 303) throw new Error(`not typed: ${sent.status} ${wordsOf(await sent.text()).slice(0, 300)}`);
}

describe('tax receipts', () => {
  const deps = { links: openMembershipLinks('secret', async () => 'https://pole.example') };

  test('a hub that did not say it may gives none; once it said so, gifts only, numbered without hole', async () => {
    await typed('Don');
    expect(await page('/gestion/adhesions/recus')).toContain('Votre pôle donne-t-il des reçus fiscaux');
    expect(await execute(ctx, issueTaxReceipts(deps), { year })).toMatchObject({ ok: false, reason: 'no_tax_receipt' });
    const refused = await post('/gestion/adhesions/reglages', {
      receiptStatus: 'general_interest',
      signatory: 'M. Oger',
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="M. Oger"');
    const saved = await post('/gestion/adhesions/reglages', {
      receiptStatus: 'general_interest',
      signatory: 'Maëlle Oger',
      object: 'Faire vivre l’économie sociale et solidaire',
    });
    expect(saved.status).toBe(303);
    expect(await page('/gestion/adhesions/recus')).toContain('1 reçu prêt, pour 30');
    expect((await post('/gestion/adhesions/recus', { year: String(year) })).status).toBe(303);
    const [receipt] = await ctx.db.select().from(taxReceipts);
    expect(receipt).toMatchObject({ amount: 3000, number: 1, donor: 'person', donorName: 'Awa Don' });
    const pdf = await hub.get(`/gestion/adhesions/recus/${receipt?.id}.pdf`, employee.cookie);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const member = await hub.signIn('member');
    expect((await hub.get(`/gestion/adhesions/recus/${receipt?.id}.pdf`, member)).status).toBe(404);
  });

  test('asked ten times at once, each gift has one receipt, and numbers follow each other', async () => {
    for (const name of ['Un', 'Deux', 'Trois']) await typed(name);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => execute(ctx, issueTaxReceipts(deps), { year })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const rows = await ctx.db.select().from(taxReceipts);
    expect(rows.map(({ number }) => number).toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4]);
    expect(new Set(rows.map(({ chargeId }) => chargeId)).size).toBe(4);
  });

  test('without address, no receipt, and its reason; a cancelled one frees its gift for another number', async () => {
    await typed('Sansadresse', { street: '', postcode: '', city: '' });
    expect(await page('/gestion/adhesions/recus')).toContain('il manque l’adresse');
    const [first] = await ctx.db.select().from(taxReceipts);
    expect((await post(`/gestion/adhesions/recus/${first?.id}/annuler`, { reason: 'Nom mal écrit' })).status).toBe(303);
    unwrap(await execute(ctx, issueTaxReceipts(deps), { year }));
    const again = (await ctx.db.select().from(taxReceipts)).filter(({ chargeId }) => chargeId === first?.chargeId);
    expect(again.map(({ number, cancelledAt }) => [number, cancelledAt !== null])).toEqual([
      [first?.number, true],
      [5, false],
    ]);
    expect(await page('/gestion/adhesions/recus')).toContain('Annulé : Nom mal écrit');
  });

  test('the journal of the accountant: debits equal credits, and hostile names stay text', async () => {
    await typed('=CMD()', { email: '' });
    const csv = await raw(`/gestion/adhesions/comptabilite.csv?annee=${year}`);
    const amounts = (at: number) =>
      csv
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => Number((line.split(';')[at] ?? '').replace(',', '.')));
    const sum = (values: number[]) => Math.round(values.reduce((total, value) => total + value, 0) * 100);
    expect(sum(amounts(4))).toBe(sum(amounts(5)));
    expect(sum(amounts(4))).toBe(6 * 4500);
    expect(csv).not.toMatch(/[;"]=CMD/);
    expect(await page('/gestion/adhesions/comptabilite')).toContain(`Journal ${year}`);
  });
});

describe('money that came by itself', () => {
  const owing = async (familyName: string, more: Fields = {}) => {
    await typed(familyName, { donation: '', 'received.way': 'rien', ...more });
    const [found] = await owedDues(ctx.db).then((all) => all.filter((one) => one.names.join(' ').includes(familyName)));
    if (!found) throw new Error(`${familyName} owes nothing`);
    return found;
  };
  const entriesOf = (chargeId: string) =>
    ctx.db.select().from(paymentEntries).where(eq(paymentEntries.chargeId, chargeId));
  const arrived = async (words: string) => {
    const [row] = await ctx.db.select().from(incomingPayments).where(eq(incomingPayments.words, words));
    if (!row) throw new Error(`nothing came with ${words}`);
    return row;
  };
  const paste = (lines: string) => post('/gestion/adhesions/rapprochement/ajouter', { kind: 'releve', lines });

  test('a pasted statement: proposed by name, accepted in one click, and given again changes nothing', async () => {
    const dues = await owing('Rolland');
    const lines = '12/11/2026;VIR AWA ROLLAND;15,00\n13/11/2026;PRLV LOYER;-500,00';
    expect((await paste(lines)).status).toBe(303);
    expect(await page('/gestion/adhesions/rapprochement')).toMatch(/C’est pour Awa Rolland même nom · même somme/);
    const row = await arrived('VIR AWA ROLLAND');
    const act = `/gestion/adhesions/rapprochement/${row.id}/accepter`;
    for (const _ of [1, 2, 3]) await post(act, { chargeId: dues.chargeId });
    expect(await entriesOf(dues.chargeId)).toMatchObject([{ amount: 1500, way: 'transfer' }]);
    await paste(lines);
    expect((await ctx.db.select().from(incomingPayments)).length).toBe(1);
    expect(await page('/gestion/adhesions/rapprochement')).toContain('Tout est rapproché');
    const member = await hub.signIn('member');
    expect((await hub.get('/gestion/adhesions/rapprochement', member)).status).toBe(404);
    expect((await hub.post(act, { chargeId: dues.chargeId }, member)).status).toBe(404);
  });

  test('ten employees at once pay it once; without the lock, the same race pays twice', async () => {
    const dues = await owing('Course', {
      scaleId: campaign.scale('Association').id,
      organizationName: 'Les Coureurs',
      budget: '500000',
    });
    await paste('14/11/2026;VIR COURSE;15,00');
    const row = await arrived('VIR COURSE');
    const shares = [{ chargeId: dues.chargeId, amount: 1500 }];
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => execute(ctx, matchIncoming, { id: row.id, shares })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await entriesOf(dues.chargeId)).toHaveLength(1);
    // The control: two who read « waiting » before either wrote, as without the lock, both add money to the ledger.
    const add = () =>
      inWork(ctx, (work) =>
        addReceived(work, {
          ...shares[0],
          chargeId: dues.chargeId,
          amount: 1500,
          way: 'transfer',
          receivedOn: row.receivedOn,
        }),
      );
    await Promise.all([add(), add()]);
    expect(await entriesOf(dues.chargeId)).toHaveLength(3);
  });

  test('read at HelloAsso page after page, another mail than the member’s, once however often it is read', async () => {
    const dues = await owing('Hamon');
    const by = { amount: 1500, firstName: 'Claude', lastName: 'Hamon', email: 'claude@ailleurs.example' };
    for (const form of [by, { ...by, formType: 'Donation' }, { ...by, state: 'Refused' }, { ...by, lastName: 'Autre' }])
      paying.helloasso.payForm(account.organizationSlug, form);
    for (const _ of [1, 2]) await post('/gestion/adhesions/rapprochement/helloasso', {});
    const read = (await ctx.db.select().from(incomingPayments)).filter(({ source }) => source === 'helloasso');
    expect(read.map(({ payerName }) => payerName).toSorted()).toEqual(['Claude Autre', 'Claude Hamon']);
    const row = read.find(({ payerName }) => payerName === 'Claude Hamon');
    await post(`/gestion/adhesions/rapprochement/${row?.id}/accepter`, { chargeId: dues.chargeId });
    expect(await entriesOf(dues.chargeId)).toMatchObject([
      { way: 'online', providerPaymentId: row?.providerPaymentId },
    ]);
    paying.helloasso.fail('error');
    expect((await post('/gestion/adhesions/rapprochement/helloasso', {})).status).toBe(303);
    paying.helloasso.fail('none');
  });

  test('one cheque for two members: split, never more than came, and the rest must be said', async () => {
    const [one, other] = [await owing('Jumelle'), await owing('Jumeau')];
    await post('/gestion/adhesions/rapprochement/ajouter', {
      kind: 'un',
      way: 'cheque',
      amount: '40',
      receivedOn: '2026-11-10',
      payerName: 'Famille Jumel',
      number: '77',
      words: 'Deux',
    });
    const { id } = await arrived('Deux');
    const split = (first: string, second: string, note = '') =>
      post(`/gestion/adhesions/rapprochement/${id}/partager`, {
        [`somme-${one.chargeId}`]: first,
        [`somme-${other.chargeId}`]: second,
        note,
      });
    expect((await split('15', '900')).status).toBe(422);
    const rest = await split('15', '15');
    expect(rest.status).toBe(422);
    expect(wordsOf(await rest.text())).toContain('Il reste 10 € : dites ce que c’est.');
    expect((await split('15', '15', 'Don pour la fête')).status).toBe(303);
    for (const { chargeId } of [one, other])
      expect(await entriesOf(chargeId)).toMatchObject([{ amount: 1500, way: 'cheque', number: '77' }]);
    expect(await page('/gestion/paiements/remises')).toContain('77');
    expect(await page('/gestion/adhesions/rapprochement?vue=rapproches')).toContain('Don pour la fête');
  });

  test('put aside, taken back, and nothing of it blocks the rest', async () => {
    await paste('15/11/2026;VIR LOYER <b>SALLE</b>;777,00');
    const { id } = await arrived('VIR LOYER SALLE');
    await post(`/gestion/adhesions/rapprochement/${id}/ecarter`, {});
    expect(await page('/gestion/adhesions/rapprochement?vue=de-cote')).toContain('LOYER');
    await post(`/gestion/adhesions/rapprochement/${id}/reprendre`, {});
    expect(await page('/gestion/adhesions/rapprochement')).toContain('LOYER');
    expect((await paste('n’importe quoi')).status).toBe(422);
  });
});

describe('figures', () => {
  test('each figure is the length of its list, and the showcase names no person', async () => {
    const figures = await page('/gestion/adhesions/chiffres');
    const count = Number(/(\d+) *membres aujourd|membres aujourd’hui (\d+)/.exec(figures)?.slice(1).find(Boolean));
    const csv = await raw(`/gestion/adhesions/chiffres.csv`);
    expect(csv.trim().split(/\r?\n/).length - 1).toBe(count);
    expect(count).toBeGreaterThan(5);
    const college = encodeURIComponent(`Usagers, Adhésion ${year}`);
    expect(await page(`/gestion/adhesions/chiffres/liste?par=college&valeur=${college}`)).toContain('membre');
    expect(
      (await hub.get('/gestion/adhesions/chiffres/liste?jour=2026-02-31&par=who&valeur=x', employee.cookie)).status,
    ).toBe(200);
    const showcase = wordsOf(await (await hub.get('/adherents')).text());
    expect(showcase).toContain('personnes');
    expect(showcase).not.toContain('Rolland');
    expect((await hub.get('/gestion/adhesions/chiffres', await hub.signIn('member'))).status).toBe(404);
  });
});

describe('what membership brings', () => {
  test('used and unused on the member’s own page, and the letter of the year once', async () => {
    await post('/gestion/adhesions/avantages/nouveau', { title: 'Un bureau prêté', counted: 'noted', audience: 'all' });
    await post('/gestion/adhesions/avantages/nouveau', { title: 'Pour les structures', audience: 'structure' });
    expect(
      (await post('/gestion/adhesions/avantages/nouveau', { title: 'Piège', path: '//ailleurs.example' })).status,
    ).toBe(422);
    const [benefit] = await ctx.db.select().from(memberBenefits);
    const membership = (await ctx.db.select().from(memberships)).find(({ personId }) => personId !== null);
    const sheet = await raw(`/gestion/adhesions/adherents/${membership?.id}`);
    const own = /href="(\/mon-adhesion\/[\w-]+)"/.exec(sheet)?.[1] ?? '';
    const visitor = async (path: string) => wordsOf(await (await hub.get(path)).text());
    expect(await visitor(own)).toContain('À vous de jouer Un bureau prêté');
    expect(await visitor(own)).not.toContain('Pour les structures');
    await post(`/gestion/adhesions/adherents/${membership?.id}/avantage`, {
      benefitId: benefit?.id ?? '',
      note: 'Mardi',
    });
    expect(await visitor(own)).toMatch(/Un bureau prêté 1 fois .* : Mardi/);
    expect(await visitor(`${own}?annee=${year - 1}`)).not.toContain('Mardi');
    expect((await hub.get(`${own}/annee.pdf`)).headers.get('content-type')).toBe('application/pdf');
    expect((await hub.get(own)).headers.get('cache-control')).toContain('no-store');
    expect((await hub.get(`/mon-adhesion/${'a'.repeat(43)}`)).status).toBe(404);
    for (const _ of [1, 2]) await post('/gestion/adhesions/annee', { year: String(year) });
    const { rows } = await paying.site.database.ownerPool.query<{ recipient: string }>(
      `select recipient from mail_messages where hub_id = $1 and kind = 'membership.statement'`,
      [hub.id],
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(rows.map(({ recipient }) => recipient)).size).toBe(rows.length);
  });
});

describe('agreements', () => {
  test('kept with its commitments and its paper, told before it ends, and read by the team only', async () => {
    const today = Temporal.Now.plainDateISO('Europe/Paris');
    const fields = {
      title: 'Convention pluriannuelle',
      partner: 'Communauté de communes',
      amount: '12 000',
      noticeDays: '90',
    };
    const wrong = await post('/gestion/conventions/nouvelle', {
      ...fields,
      startsOn: '2026-05-01',
      endsOn: '2026-01-01',
    });
    expect(wrong.status).toBe(422);
    const sent = await post('/gestion/conventions/nouvelle', {
      ...fields,
      startsOn: today.subtract({ days: 300 }).toString(),
      endsOn: today.add({ days: 60 }).toString(),
    });
    const path = sent.headers.get('location') ?? '';
    await post(`${path}/engagements`, {
      side: 'hub',
      label: 'Bilan <i>annuel</i>',
      dueOn: today.subtract({ days: 1 }).toString(),
    });
    expect(await page(path)).toMatch(/Bilan .*annuel.* en retard/);
    const todo = await page('/gestion');
    expect(todo).toContain('Convention avec Communauté de communes : un engagement à tenir');
    expect(todo).toContain('La convention avec Communauté de communes se termine');
    const id = /name="id" value="([\w-]+)"/.exec(await raw(path))?.[1] ?? '';
    await post(`${path}/engagement`, { id, to: 'done' });
    expect(await page(path)).toContain('tenu le');
    const paper = new File(['%PDF-1.4\n%%EOF'], 'convention.pdf', { type: 'application/pdf' });
    await post(`${path}/papiers`, { file_file: paper, fileTitle: 'Signée' });
    expect(await page(path)).toContain('Signée');
    expect(await page('/gestion/conventions')).toContain('Bientôt finie');
    expect((await post(path, { ...fields, startsOn: '2026-01-01', version: '99' })).status).toBe(422);
    const member = await hub.signIn('member');
    expect((await hub.get(path, member)).status).toBe(404);
    expect((await hub.get('/gestion/conventions', member)).status).toBe(404);
    expect(paying.site.failures).toEqual([]);
  });
});

test('the demonstration shows all of it', async () => {
  await fillMembershipMoney(ctx);
  expect(await page('/gestion/conventions')).toContain('Accueil des stagiaires');
  expect(await page('/gestion/adhesions/rapprochement')).toContain('Famille Guillerm');
  expect(await page('/gestion/adhesions/avantages')).toContain('Une salle prêtée deux fois par an');
});
