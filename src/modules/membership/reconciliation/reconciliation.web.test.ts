import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inWork } from '#modules/identity/testing/builders.ts';
import { addReceived, invoicesOf, standingPayments } from '#modules/payments/index.ts';
import { paymentEntries } from '#modules/payments/tables.ts';
import { execute } from '#platform/command/execute.ts';
import type { Fields } from '#tests/support/app.ts';
import { account, openMoneyDesk, wordsOf, type MoneyDesk } from '../testing/money-desk.ts';
import { membershipApplications } from '../tables.ts';
import { matchIncoming } from './commands/match-incoming.ts';
import { takeBackMatch } from './commands/take-back-match.ts';
import { owedDues } from './queries/owed.ts';
import { incomingPayments } from './tables.ts';

let desk: MoneyDesk;
beforeAll(async () => {
  desk = await openMoneyDesk();
});
afterAll(() => desk.close());

describe('money that came by itself', () => {
  const owing = async (familyName: string, more: Fields = {}) => {
    await desk.typed(familyName, { donation: '', 'received.way': 'rien', ...more });
    const [found] = await owedDues(desk.ctx.db).then((all) =>
      all.filter((one) => one.names.join(' ').includes(familyName)),
    );
    if (!found) throw new Error(`${familyName} owes nothing`);
    return found;
  };
  const entriesOf = (chargeId: string) =>
    desk.ctx.db.select().from(paymentEntries).where(eq(paymentEntries.chargeId, chargeId));
  const arrived = async (words: string) => {
    const [row] = await desk.ctx.db.select().from(incomingPayments).where(eq(incomingPayments.words, words));
    if (!row) throw new Error(`nothing came with ${words}`);
    return row;
  };
  const paste = (lines: string) => desk.post('/gestion/adhesions/rapprochement/ajouter', { kind: 'releve', lines });

  test('a pasted statement: proposed by name, accepted in one click, and given again changes nothing', async () => {
    const dues = await owing('Rolland');
    const lines = '12/11/2026;VIR AWA ROLLAND;15,00\n13/11/2026;PRLV LOYER;-500,00';
    expect((await paste(lines)).status).toBe(303);
    expect(await desk.page('/gestion/adhesions/rapprochement')).toMatch(/C’est pour Awa Rolland même nom · même somme/);
    const row = await arrived('VIR AWA ROLLAND');
    const act = `/gestion/adhesions/rapprochement/${row.id}/accepter`;
    for (const _ of [1, 2, 3]) await desk.post(act, { chargeId: dues.chargeId });
    expect(await entriesOf(dues.chargeId)).toMatchObject([{ amount: 1500, way: 'transfer' }]);
    await paste(lines);
    expect((await desk.ctx.db.select().from(incomingPayments)).length).toBe(1);
    expect(await desk.page('/gestion/adhesions/rapprochement')).toContain('Tout est rapproché');
    const member = await desk.hub.signIn('member');
    expect((await desk.hub.get('/gestion/adhesions/rapprochement', member)).status).toBe(404);
    expect((await desk.hub.post(act, { chargeId: dues.chargeId }, member)).status).toBe(404);
  });

  test('ten employees at once pay it once; without the lock, the same race pays twice', async () => {
    const dues = await owing('Course', {
      scaleId: desk.campaign.scale('Association').id,
      organizationName: 'Les Coureurs',
      budget: '500000',
    });
    await paste('14/11/2026;VIR COURSE;15,00');
    const row = await arrived('VIR COURSE');
    const shares = [{ chargeId: dues.chargeId, amount: 1500 }];
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => execute(desk.ctx, matchIncoming, { id: row.id, shares })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await entriesOf(dues.chargeId)).toHaveLength(1);
    // The control: two who read « waiting » before either wrote, as without the lock, both add money to the ledger.
    const add = () =>
      inWork(desk.ctx, (work) =>
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
    const by = { amount: 1500, firstName: 'Camille', lastName: 'Hamon', email: 'camille@ailleurs.example' };
    for (const form of [by, { ...by, formType: 'Donation' }, { ...by, state: 'Refused' }, { ...by, lastName: 'Autre' }])
      desk.paying.helloasso.payForm(account.organizationSlug, form);
    for (const _ of [1, 2]) await desk.post('/gestion/adhesions/rapprochement/helloasso', {});
    const read = (await desk.ctx.db.select().from(incomingPayments)).filter(({ source }) => source === 'helloasso');
    expect(read.map(({ payerName }) => payerName).toSorted()).toEqual(['Camille Autre', 'Camille Hamon']);
    const row = read.find(({ payerName }) => payerName === 'Camille Hamon');
    await desk.post(`/gestion/adhesions/rapprochement/${row?.id}/accepter`, { chargeId: dues.chargeId });
    expect(await entriesOf(dues.chargeId)).toMatchObject([
      { way: 'online', providerPaymentId: row?.providerPaymentId },
    ]);
    desk.paying.helloasso.fail('error');
    expect((await desk.post('/gestion/adhesions/rapprochement/helloasso', {})).status).toBe(303);
    desk.paying.helloasso.fail('none');
  });

  test('one cheque for two members: split, never more than came, and the rest must be said', async () => {
    const [one, other] = [await owing('Jumelle'), await owing('Jumeau')];
    await desk.post('/gestion/adhesions/rapprochement/ajouter', {
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
      desk.post(`/gestion/adhesions/rapprochement/${id}/partager`, {
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
    expect(await desk.page('/gestion/paiements/remises')).toContain('77');
    expect(await desk.page('/gestion/adhesions/rapprochement?vue=rapproches')).toContain('Don pour la fête');
  });

  test('a match taken back: the line and its contrary stay, the dues are owed, and another member may be right', async () => {
    const [wrong, right] = [await owing('Gautier'), await owing('Gaultier')];
    await paste('16/11/2026;VIR GAULTIER;15,00');
    const { id } = await arrived('VIR GAULTIER');
    const act = (what: string, fields: Fields) => desk.post(`/gestion/adhesions/rapprochement/${id}/${what}`, fields);
    await act('accepter', { chargeId: wrong.chargeId });
    await desk.paying.work({ of: 'membership', early: true });
    const papers = await invoicesOf(desk.ctx.db, [wrong.chargeId]);
    expect(papers).toMatchObject([{ kind: 'receipt', isCancelled: false }]);
    expect(await desk.page('/gestion/adhesions/rapprochement?vue=rapproches')).toContain('Ce n’était pas pour');
    await act('defaire', { reason: '' });
    expect(await arrived('VIR GAULTIER')).toMatchObject({ state: 'matched' });
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() => execute(desk.ctx, takeBackMatch, { id, reason: 'Homonyme' })),
    );
    expect(outcomes.map((one) => (one.ok ? 'done' : one.reason)).toSorted()).toEqual([
      'done',
      'not_matched',
      'not_matched',
      'not_matched',
    ]);
    expect(await entriesOf(wrong.chargeId)).toMatchObject([
      { kind: 'payment', amount: 1500 },
      { kind: 'correction', amount: -1500, note: 'Homonyme' },
    ]);
    expect(await invoicesOf(desk.ctx.db, [wrong.chargeId])).toMatchObject([
      { number: papers[0]?.number, isCancelled: true },
    ]);
    expect(await desk.page('/gestion/adhesions/rapprochement')).toMatch(/Rapprochement repris par .* « Homonyme »/);
    expect(await desk.page('/gestion')).toContain('Une cotisation revenue impayée'.slice(4));
    await act('accepter', { chargeId: right.chargeId });
    expect(await entriesOf(right.chargeId)).toMatchObject([{ kind: 'payment', amount: 1500 }]);
    const member = await desk.hub.signIn('member');
    const stolen = `/gestion/adhesions/rapprochement/${id}/defaire`;
    expect((await desk.hub.post(stolen, { reason: 'Pour voir' }, member)).status).toBe(404);
    // Money the bank took back is not there to be matched again.
    const [entry] = await entriesOf(right.chargeId);
    await desk.post(`/gestion/paiements/${right.chargeId}/contre-passer`, {
      entryId: entry?.id ?? '',
      cause: 'bounced',
      reason: 'Virement rappelé',
    });
    expect(await execute(desk.ctx, takeBackMatch, { id, reason: 'Encore' })).toMatchObject({
      reason: 'money_went_back',
    });
  });

  test('HelloAsso read at night: what was given back or contested there is taken back here, once', async () => {
    const [refunded, contested] = [await owing('Rendue'), await owing('Reprise')];
    const of = (lastName: string) => ({
      amount: 1500,
      firstName: 'Zoé',
      lastName,
      email: 'zoe@ici.example',
      state: 'Authorized',
    });
    const forms = [of('Rendue'), of('Reprise'), of('Jamais')];
    for (const form of forms) desk.paying.helloasso.payForm(account.organizationSlug, form);
    const night = () => desk.paying.ring(desk.hub, 'membership.read-online');
    await night();
    const came = async (name: string) => {
      const rows = await desk.ctx.db.select().from(incomingPayments);
      return rows.find(({ payerName }) => payerName === `Zoé ${name}`);
    };
    for (const [name, { chargeId }] of [
      ['Rendue', refunded],
      ['Reprise', contested],
    ] as const)
      await desk.post(`/gestion/adhesions/rapprochement/${(await came(name))?.id}/accepter`, { chargeId });
    await desk.paying.work({ of: 'membership', early: true });
    const [first, second, third] = forms;
    if (!first || !second || !third) throw new Error('three forms');
    [first.state, second.state, third.state] = ['Refunded', 'Contested', 'Refunded'];
    await Promise.all([night(), night()]);
    await night();
    expect(await entriesOf(refunded.chargeId)).toMatchObject([{ kind: 'payment' }, { kind: 'refund', amount: -1500 }]);
    expect(await entriesOf(contested.chargeId)).toMatchObject([
      { kind: 'payment' },
      { kind: 'contest', amount: -1500 },
    ]);
    for (const name of ['Rendue', 'Reprise', 'Jamais']) expect(await came(name)).toMatchObject({ state: 'returned' });
    const gone = await desk.page('/gestion/adhesions/rapprochement?vue=repartis');
    expect(gone).toContain('Remboursé par HelloAsso');
    expect(gone).toContain('Contesté auprès de la banque');
    expect(await desk.page('/gestion/adhesions?vue=impayees')).toMatch(/Rendue.*Impayée/);
    // HelloAsso that does not answer changes nothing, and the night tries again.
    desk.paying.helloasso.fail('error');
    await expect(night()).rejects.toThrow('no usable answer');
    desk.paying.helloasso.fail('none');
  });

  test('a cheque that came back: dues owed again, the letter as the team wrote it, or none, paid again with a new receipt', async () => {
    await desk.typed('Sansprovision', { donation: '' });
    const [application] = await desk.ctx.db
      .select()
      .from(membershipApplications)
      .where(eq(membershipApplications.familyName, 'Sansprovision'));
    const path = `/gestion/adhesions/demandes/${application?.id}`;
    expect(await desk.page(path)).toContain('Un chèque est revenu ?');
    const form = await desk.raw(`${path}/impaye`);
    expect(wordsOf(form)).toContain('Écrire à sansprovision@exemple.fr');
    const { rows } = await desk.ctx.db.execute<{ chargeId: string }>(
      sql`select id as "chargeId" from charges where payer_name = 'Awa Sansprovision'`,
    );
    const chargeId = rows[0]?.chargeId ?? '';
    const entryId = (await standingPayments(desk.ctx.db, chargeId))[0]?.entryId ?? '';
    expect(form).toContain(`value="${entryId}"`);
    const sent = { entryId, cause: 'cheque', note: 'Sans provision', write: 'oui', subject: 'Votre chèque' };
    expect((await desk.post(`${path}/impaye`, { ...sent, entryId: '', text: 'Sans règlement' })).status).toBe(422);
    const empty = await desk.post(`${path}/impaye`, { ...sent, text: ' ' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('value="Sans provision"');
    const text = 'Votre chèque est revenu.\n\n<b>Appelez</b> Maëlle.';
    expect((await desk.post(`${path}/impaye`, { ...sent, text })).status).toBe(303);
    const letters = async () =>
      (
        await desk.paying.site.database.ownerPool.query<{ subject: string; content: string }>(
          `select subject, m::text as content from mail_messages m where hub_id = $1 and kind = 'membership.unpaid'`,
          [desk.hub.id],
        )
      ).rows;
    expect(await letters()).toMatchObject([{ subject: 'Votre chèque' }]);
    expect((await letters())[0]?.content).toContain('Appelez');
    expect(await desk.page(path)).toMatch(/Cotisation impayée depuis/);
    // The second of two colleagues is told, and nothing is written twice; no letter when none is wanted.
    expect((await desk.post(`${path}/impaye`, { ...sent, write: '' })).status).toBe(422);
    expect(await letters()).toHaveLength(1);
    const before = await invoicesOf(desk.ctx.db, [chargeId]);
    expect(before).toMatchObject([{ isCancelled: true }]);
    await desk.post(`/gestion/paiements/${chargeId}/encaisser`, { way: 'cash', amount: '15' });
    await desk.paying.work({ of: 'membership', early: true });
    const after = await invoicesOf(desk.ctx.db, [chargeId]);
    expect(after.map(({ isCancelled }) => isCancelled)).toEqual([true, false]);
    expect(after[1]?.number).not.toBe(before[0]?.number);
    expect(await desk.page(path)).not.toContain('Cotisation impayée depuis');
    const member = await desk.hub.signIn('member');
    for (const answer of [
      await desk.hub.get(`${path}/impaye`, member),
      await desk.hub.post(`${path}/impaye`, { ...sent, text }, member),
    ])
      expect(answer.status).toBe(404);
  });

  test('put aside, taken back, and nothing of it blocks the rest', async () => {
    await paste('15/11/2026;VIR LOYER <b>SALLE</b>;777,00');
    const { id } = await arrived('VIR LOYER SALLE');
    await desk.post(`/gestion/adhesions/rapprochement/${id}/ecarter`, {});
    expect(await desk.page('/gestion/adhesions/rapprochement?vue=de-cote')).toContain('LOYER');
    await desk.post(`/gestion/adhesions/rapprochement/${id}/reprendre`, {});
    expect(await desk.page('/gestion/adhesions/rapprochement')).toContain('LOYER');
    expect((await paste('n’importe quoi')).status).toBe(422);
  });
});
