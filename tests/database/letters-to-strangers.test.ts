import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEvent, saveEvent } from '#modules/agenda/index.ts';
import { notePayment } from '#modules/payments/commands/note-payment.ts';
import { openPaymentLinks } from '#modules/payments/index.ts';
import { askRightsLink } from '#modules/people/commands/rights-links.ts';
import { saveShift } from '#modules/programme/commands/keep-shifts.ts';
import { saveProgramme } from '#modules/programme/commands/save-programme.ts';
import { setHubContacts, setLegalNotice } from '#modules/hub/index.ts';
import { acceptApplications } from '#modules/membership/commands/decide.ts';
import { openMembershipLinks } from '#modules/membership/links.ts';
import { issueTaxReceipts } from '#modules/membership/receipts/commands/issue-tax-receipts.ts';
import { saveMoneySettings } from '#modules/membership/receipts/commands/save-money-settings.ts';
import { aCampaign, type BuiltCampaign } from '#modules/membership/testing/builders.ts';
import { anOffer } from '#modules/registration/testing/builders.ts';
import { aCourse } from '#modules/training/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { encoded, openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';

let site: TestSite;
const secret = (): string => site.site.deps.settings.secret;
let hub: TestHub;
/** Forms open to all that write to the address typed in them. */
let forms: { path: string; fields: (email: string) => Record<string, string> }[];
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  const ctx = await hub.context((await hub.person('employee')).actor);
  const day = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().add({ days: 20 }).toString();
  const fields = { title: 'Forum', startsOn: day, startsAt: '09:00', endsAt: '18:00' };
  const { id: eventId } = unwrap(await execute(ctx, saveEvent, { id: null, version: null, act: 'publish', fields }));
  const open = { isPublished: true, takesStands: true, takesVolunteers: true };
  unwrap(await execute(ctx, saveProgramme, { eventId, version: null, ...open }));
  const shift = { task: 'Accueil', when: { day, from: '08:00', to: '09:00' }, wanted: 90 };
  const { id: shiftIds } = unwrap(await execute(ctx, saveShift, { eventId, id: null, version: null, fields: shift }));
  const slug = (await readEvent(ctx.db, eventId))?.slug ?? '';
  const course = await aCourse(ctx);
  const offer = await anOffer(ctx, {}, { title: 'Visite' });
  const name = 'Quelqu’un';
  forms = [
    { path: `/agenda/${slug}/benevoles`, fields: (email) => ({ name, email, shiftIds }) },
    { path: `/agenda/${slug}/stands`, fields: (email) => ({ name, activity: 'Miel', contactName: name, email }) },
    { path: `/formations/${course.slug}/prevenir`, fields: (email) => ({ name, email }) },
    { path: `/agenda/${offer.slug}/inscription`, fields: (email) => ({ 'p0-name': name, 'p0-email': email }) },
  ];
});
afterAll(() => site.close());

test('nobody’s mailbox is filled by strangers who type its address, and others still hear', async () => {
  const letters = async (): Promise<Record<string, number>> => {
    const { rows } = await site.database.ownerPool.query<{ who: string; count: number }>(
      `select kind || ' ' || recipient as who, count(*)::int as count from mail_messages where hub_id = $1 group by 1`,
      [hub.id],
    );
    return Object.fromEntries(rows.map(({ who, count }) => [who, count]));
  };
  for (const { path, fields } of forms) {
    for (let time = 0; time < 25; time += 1) {
      const email = time % 2 === 0 ? 'victime@essai.example' : 'Victime@Essai.example';
      expect((await hub.post(path, fields(email))).status, path).toBe(303);
    }
    expect((await hub.post(path, fields('autre@essai.example'))).status).toBe(303);
  }
  const told = Object.entries(await letters());
  const most = Math.max(...told.filter(([who]) => /victime/i.test(who)).map(([, count]) => count));
  expect(most).toBeLessThanOrEqual(20);
  const named = (kind: string, who: RegExp) =>
    told.filter(([what]) => what.startsWith(kind) && who.test(what)).reduce((sum, [, count]) => sum + count, 0);
  for (const kind of ['programme.volunteer', 'programme.stand', 'training.confirm-interest'])
    expect([kind, named(kind, /victime/i), named(kind, /autre/)]).toEqual([kind, 5, 1]);
  expect([named('registration.', /victime/i), named('registration.', /autre/)]).toEqual([20, 1]);
});

describe('whoever writes one mailbox in many ways, all at once', () => {
  const spellings = Array.from({ length: 12 }, (_, at) => `Cible${at === 0 ? '' : `+${at}`}@essai.example`);
  const count = async (kind: string, who: string): Promise<number> => {
    const { rows } = await site.database.ownerPool.query<{ count: number }>(
      `select count(*)::int as count from mail_messages where hub_id = $1 and kind like $2 and recipient ilike $3`,
      [hub.id, kind, who],
    );
    return rows[0]?.count ?? 0;
  };
  /** Twelve networks, so that only what is counted by mailbox holds. */
  const storm = (path: string, fieldsOf: (email: string) => Record<string, string>): Promise<Response[]> =>
    Promise.all(spellings.map((email) => hub.post(path, fieldsOf(email))));

  test('has it hear of a subscription three times, of an application ten', async () => {
    const answers = await storm('/abonnement', (address) => ({ address }));
    expect(new Set(answers.map(({ status }) => status)).size).toBe(1);
    expect(await count('mailing.%', 'cible%')).toBe(3);
    const campaign: BuiltCampaign = await aCampaign(await hub.context((await hub.person('employee')).actor));
    const scaleId = campaign.scale('Personne').id;
    const person = (email: string) => ({ scaleId, givenName: 'Awa', familyName: 'Diallo', email });
    await storm('/adherer/personne', person);
    expect(await count('membership.received', 'cible%')).toBe(10);
  });

  test('is heard so many times a day from one network, however patient', async () => {
    const address = '10.8.8.8';
    const ask = async (): Promise<number> => {
      const { body, headers } = await encoded({ email: 'pas une adresse' });
      const sent = { method: 'POST', address, body, headers: { ...headers, origin: hub.origin } } as const;
      return (await hub.send('/mes-donnees', sent)).status;
    };
    const day = async (): Promise<number[]> => {
      const statuses: number[] = [];
      for (let minute = 0; minute < 8; minute += 1) {
        for (let time = 0; time < 4; time += 1) statuses.push(await ask());
        // A minute goes by for the limit of a minute, not for that of a day.
        await site.database.ownerPool.query(`delete from rate_limits where expire < $1`, [Date.now() + 120_000]);
      }
      return statuses;
    };
    expect(await day()).toEqual([...Array<number>(30).fill(422), 429, 429]);
  });

  test('has the link to one’s data sent three times an hour, six a day', async () => {
    const ctx = await hub.context();
    const email = 'connue@essai.example';
    const ask = (hours: number) =>
      execute({ ...ctx, clock: { now: () => Temporal.Now.instant().add({ hours }) } }, askRightsLink, { email });
    const asked = async () =>
      (await ctx.db.execute<{ count: number }>(sql`select count(*)::int as count from rights_links`)).rows[0]?.count;
    await Promise.all(Array.from({ length: 8 }, () => ask(0)));
    expect(await asked()).toBe(3);
    for (const hours of [2, 4, 6]) await Promise.all(Array.from({ length: 4 }, () => ask(hours)));
    expect(await asked()).toBe(6);
    await ask(25);
    expect(await asked()).toBe(7);
  });
});

test('who paid for somebody else is led to his receipt, not to her page; she does not read where he lives', async () => {
  const giving = await site.hub();
  const ctx = await giving.context((await giving.person('employee')).actor);
  const { ownerPool } = site.database;
  const legal = {
    legalForm: '',
    publicationDirector: '',
    hostName: '',
    hostAddress: '',
    hostPhone: '',
    dataContact: '',
  };
  unwrap(await execute(ctx, setLegalNotice, { ...legal, publisher: 'Pôle', siren: '', rna: 'W351000000' } as never));
  const where = { email: '', phone: '', welcomeHours: '', street: '3 rue', postcode: '35150', city: 'Janzé' };
  unwrap(await execute(ctx, setHubContacts, where as never));
  const issuer = { receiptStatus: 'general_interest', object: 'Faire ensemble', signatory: 'Maëlle Oger' };
  unwrap(await execute(ctx, saveMoneySettings, issuer as never));
  const campaign = await aCampaign(ctx);
  const sent = await giving.post('/adherer/personne', {
    scaleId: campaign.scale('Personne').id,
    givenName: 'Nour',
    familyName: 'Le Goff',
    email: 'nour@essai.example',
    donation: '20',
    note: 'Mot de Nour',
    paymentWay: 'cheque',
    'payer.name': 'Yann Payeur',
    'payer.email': 'yann@essai.example',
    'payer.address': '4 rue du Four',
  });
  const page = (sent.headers.get('location') ?? '').split('?')[0] ?? '';
  const ids = await ownerPool.query<{ id: string; charge: string }>(
    `select a.id, p.charge_id as charge from membership_applications a join dues_payers p on p.id = a.payer_id where a.hub_id = $1`,
    [giving.id],
  );
  const { id = '', charge = '' } = ids.rows[0] ?? {};
  unwrap(await execute(ctx, notePayment, { chargeId: charge, way: 'cheque', amount: null }));
  const { links, payments } = {
    links: openMembershipLinks(secret(), async () => giving.origin),
    payments: openPaymentLinks(secret()),
  };
  unwrap(await execute(ctx, acceptApplications({ links, payments, ports: {} as never }), { ids: [id] }));
  const { year } = ctx.clock.now().toZonedDateTimeISO(ctx.zone);
  unwrap(await execute(ctx, issueTaxReceipts({ links }), { year }));
  const mails = await ownerPool.query<{ recipient: string; href: string }>(
    `select recipient, body #>> '{action,href}' as href from mail_messages where hub_id = $1 and kind = 'membership.tax-receipt'`,
    [giving.id],
  );
  expect(mails.rows.map(({ recipient }) => recipient)).toEqual(['yann@essai.example']);
  const path = new URL(mails.rows[0]?.href ?? '').pathname;
  expect(path).not.toContain(page);
  const receipt = await giving.get(path);
  expect([receipt.headers.get('content-type'), receipt.headers.get('cache-control')]).toEqual([
    'application/pdf',
    'private, no-store',
  ]);
  const [, , own = '', , receiptId = ''] = path.split('/');
  expect((await giving.get(`/adhesion/${own}`)).status).toBe(404);
  expect((await giving.get(`${page}/recus-fiscaux/${receiptId}`)).status).toBe(404);
  expect(await (await giving.get(page)).text()).not.toMatch(/Reçu fiscal|rue du Four/);
});
