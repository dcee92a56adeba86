import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addOrganization } from '#modules/directory/index.ts';
import { organizations } from '#modules/directory/tables.ts';
import { contactPoints, personRoles, persons } from '#modules/identity/tables.ts';
import { charges, invoices } from '#modules/payments/tables.ts';
import { saveWays } from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import type { Job } from '#platform/jobs/job.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import type { Fields, TestHub, TestPerson } from '#tests/support/app.ts';
import { openPayingSite, type PayingSite } from '#tests/support/paying-site.ts';
import { aCampaign, type BuiltCampaign } from '../testing/builders.ts';
import { membershipApplications, membershipReminders, memberships } from '../tables.ts';

const account = { clientId: 'ici', clientSecret: 'secret-ici', organizationSlug: 'pole-ici' };
let paying: PayingSite;
let hub: TestHub;
let employee: TestPerson;
let ctx: Context;
let campaign: BuiltCampaign;

beforeAll(async () => {
  paying = await openPayingSite([account]);
  hub = await paying.hub(account);
  employee = await hub.person('employee');
  ctx = await hub.context(employee.actor);
  const ways = {
    accountHolder: 'Pôle',
    iban: 'FR76 3000 6000 0112 3456 7890 189',
    bic: '',
    chequeOrder: 'Pôle ESS',
    chequeAddress: '',
    takesOnSite: true,
  };
  unwrap(await execute(ctx, saveWays, { ...ways, version: 1 }));
  campaign = await aCampaign(ctx, { charter: 'Nous coopérons.' });
  unwrap(
    await execute(ctx, addOrganization, { profile: { name: 'La Ressourcerie du Semnon', legalForm: 'association' } }),
  );
});
afterAll(async () => {
  await paying.site.close();
  await paying.helloasso[Symbol.asyncDispose]();
});

/** Runs what waits for this module. */
async function work(): Promise<void> {
  const jobs = new Map(
    paying.site.site.deps.modules.flatMap((module) => module.jobs ?? []).map((job) => [job.name, job]),
  );
  const { rows } = await paying.site.database.ownerPool.query<{
    data: { hubId: string; job: string; payload: unknown };
  }>(`delete from pgboss.job where state = 'created' and data ->> 'job' like 'membership.%' returning data`);
  for (const { data } of rows) {
    const definition = jobs.get(data.job) as Job<never, Ports> | undefined;
    const context = await paying.site.site.contextOf(data.hubId, null);
    const { ports } = paying.site.site;
    const signal = new AbortController().signal;
    await definition?.run({ ...context, ports, attempt: 1, isLastAttempt: false, signal }, data.payload as never);
  }
}

const person = (more: Fields = {}): Fields => ({
  scaleId: campaign.scale('Personne').id,
  givenName: 'Awa',
  familyName: 'Diallo',
  email: 'awa@exemple.fr',
  acceptsCharter: 'oui',
  paymentWay: 'cheque',
  ...more,
});

const association = (more: Fields = {}): Fields =>
  person({
    scaleId: campaign.scale('Association').id,
    organizationName: 'La Ressourcerie du Semnon',
    budget: '100000',
    ...more,
  });

const join = (word: string, fields: Fields) => hub.post(`/adherer/${word}`, fields);
const applications = () => ctx.db.select().from(membershipApplications).orderBy(membershipApplications.createdAt);
const byEmail = async (email: string) => {
  const row = (await applications()).findLast((one) => one.email === email);
  if (!row) throw new Error(`no application from ${email}`);
  return row;
};
const membershipFor = async (applicationId: string) =>
  (await ctx.db.select().from(memberships).where(eq(memberships.applicationId, applicationId)))[0];
const mails = async () =>
  (
    await paying.site.database.ownerPool.query<{
      recipient: string;
      kind: string;
      body: { action?: { href: string } };
    }>(`select recipient, kind, body from mail_messages where hub_id = $1 and kind like 'membership.%' order by id`, [
      hub.id,
    ])
  ).rows;
const own = (response: Response): string => (response.headers.get('location') ?? '').split('?')[0] ?? '';

describe('joining from the site', () => {
  test('shows one door for each kind of member, and the same form on paper', async () => {
    const page = await (await hub.get('/adherer')).text();
    expect(page).toContain('href="/adherer/association"');
    expect(page).not.toContain('href="/adherer/collectivite"');
    expect(page).toContain('Une voix à l’assemblée générale');
    const paper = await hub.get('/adherer/bulletin.pdf');
    expect(paper.headers.get('content-type')).toBe('application/pdf');
    expect((await hub.get('/adherer/collectivite')).status).toBe(404);
    expect((await hub.get('/adherer/structures?q=ressourcerie')).headers.get('content-type')).toContain('json');
  });

  test('an association by cheque: known in the directory, priced by its budget, a member once the cheque is noted', async () => {
    const sent = await join('association', association({ email: 'treso@ressourcerie.example', role: 'Trésorière' }));
    expect(sent.status).toBe(303);
    const application = await byEmail('treso@ressourcerie.example');
    expect(application).toMatchObject({ dues: 5000, state: 'awaiting_payment', who: 'association' });
    const [sheet] = await ctx.db
      .select()
      .from(organizations)
      .where(eq(organizations.name, 'La Ressourcerie du Semnon'));
    expect(application.organizationId).toBe(sheet?.id);
    expect(sheet?.isMember).toBe(false);
    const page = await (await hub.get(own(sent))).text();
    expect(page).toContain('Paiement annoncé');
    const [charge] = await ctx.db.select().from(charges).where(eq(charges.subjectId, application.payerId));
    expect(charge).toMatchObject({ amount: 5000, chosenWay: 'cheque', state: 'due' });
    const noted = await hub.post(
      `/gestion/paiements/${charge?.id}/encaisser`,
      { way: 'cheque', amount: '50', number: '0042' },
      employee.cookie,
    );
    expect(noted.status).toBe(303);
    await work();
    expect((await byEmail('treso@ressourcerie.example')).state).toBe('accepted');
    expect(await membershipFor(application.id)).toMatchObject({
      organizationId: sheet?.id,
      personId: null,
      state: 'running',
    });
    const [after] = await ctx.db
      .select()
      .from(organizations)
      .where(eq(organizations.name, 'La Ressourcerie du Semnon'));
    expect(after?.isMember).toBe(true);
    const [contact] = await ctx.db
      .select()
      .from(contactPoints)
      .where(eq(contactPoints.normalised, 'treso@ressourcerie.example'));
    const roles = await ctx.db
      .select()
      .from(personRoles)
      .where(eq(personRoles.personId, contact?.personId ?? ''));
    expect(roles.map(({ role }) => role)).toEqual(['member']);
    const papers = await ctx.db
      .select()
      .from(invoices)
      .where(eq(invoices.chargeId, charge?.id ?? ''));
    expect(papers.map(({ kind }) => kind)).toEqual(['receipt']);
    expect(await (await hub.get(own(sent))).text()).toContain('Reçu R-');
    const told = (await mails()).filter(({ recipient }) => recipient === 'treso@ressourcerie.example');
    expect(told.map(({ kind }) => kind)).toEqual(['membership.received', 'membership.accepted']);
  });

  test('by card with HelloAsso: leads to the payment, and is a member once HelloAsso says so', async () => {
    const sent = await join(
      'personne',
      person({ email: 'carte@exemple.fr', givenName: 'Élise', paymentWay: 'online' }),
    );
    // She said how she pays: nobody asks her again.
    const [pay = '', way] = (sent.headers.get('location') ?? '').split('?');
    expect([pay, way]).toEqual([expect.stringMatching(/^\/payer\//), 'par=online']);
    const checkout = await paying.begin(hub, pay);
    await work();
    expect((await byEmail('carte@exemple.fr')).state).toBe('awaiting_payment');
    paying.helloasso.pay(checkout);
    await hub.get(`${pay}/retour`);
    await work();
    const application = await byEmail('carte@exemple.fr');
    expect(application.state).toBe('accepted');
    // What follows a payment told twice is done once.
    await paying.work({ early: true });
    await work();
    expect(await ctx.db.select().from(memberships).where(eq(memberships.applicationId, application.id))).toHaveLength(
      1,
    );
  });

  test('no price, no right and no yes comes from the form', async () => {
    await join(
      'personne',
      person({ email: 'malin@exemple.fr', chosen: '0,01', dues: '1', amount: '0', state: 'accepted' }),
    );
    expect(await byEmail('malin@exemple.fr')).toMatchObject({ dues: 1500, state: 'awaiting_payment', decidedOn: null });
    const free = { scaleId: campaign.scale('Libre').id, email: 'libre@exemple.fr' };
    expect((await join('personne', person({ ...free, chosen: '9,99' }))).status).toBe(422);
    expect((await join('personne', person({ ...free, chosen: '-5' }))).status).toBe(422);
    await join('personne', person({ ...free, chosen: '12,50' }));
    expect((await byEmail('libre@exemple.fr')).dues).toBe(1250);
    const reduced = person({ scaleId: campaign.scale('Réduit').id, email: 'reduit@exemple.fr' });
    expect((await join('personne', reduced)).status).toBe(422);
  });

  test('what is missing is told beside its field, and what was typed is kept', async () => {
    const refused = await join(
      'association',
      association({ budget: '', acceptsCharter: '', email: 'pas-un-mail', givenName: 'Zoé' }),
    );
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('Écrivez l’adresse en entier');
    expect(page).toContain('value="Zoé"');
    const again = await (
      await join('association', association({ budget: '', acceptsCharter: '', givenName: 'Zoé' }))
    ).text();
    expect(again).toContain('il donne le montant');
    expect(again).toContain('il faut accepter la charte');
  });

  test('a second application of a member, or while one is on its way, is refused in words', async () => {
    const again = await join('association', association({ email: 'autre@exemple.fr' }));
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('déjà faite');
  });

  test('the letter is asked apart, and nothing is agreed to for who left the box', async () => {
    const page = await (await hub.get('/adherer/personne')).text();
    expect(page).not.toMatch(/name="wantsLetter"[^>]*checked/);
    expect((await byEmail('malin@exemple.fr')).newsletterAt).toBeNull();
  });
});

describe('one’s own page', () => {
  test('changes answers, pays for a second one in the same payment, then takes it back', async () => {
    const sent = await join('personne', person({ email: 'noemie@exemple.fr', givenName: 'Noémie' }));
    const path = own(sent);
    const secret = path.split('/').at(-1) ?? '';
    const changed = await hub.post(`${path}/modifier`, {
      ...person({ email: 'noemie@exemple.fr', givenName: 'Noémie' }),
      scaleId: campaign.scale('Réduit').id,
      declares: 'oui',
    });
    expect(changed.status).toBe(303);
    expect((await byEmail('noemie@exemple.fr')).dues).toBe(500);
    await join('personne', person({ email: 'thomas@exemple.fr', givenName: 'Thomas', with: secret }));
    const [noemie, thomas] = [await byEmail('noemie@exemple.fr'), await byEmail('thomas@exemple.fr')];
    expect(thomas.payerId).toBe(noemie.payerId);
    const open = async () =>
      (await ctx.db.select().from(charges).where(eq(charges.subjectId, noemie.payerId))).filter(
        ({ state }) => state === 'due',
      );
    expect((await open()).map(({ amount }) => amount)).toEqual([2000]);
    await hub.post(`${path}/retirer`, {});
    expect((await byEmail('noemie@exemple.fr')).state).toBe('withdrawn');
    expect((await open()).map(({ amount }) => amount)).toEqual([1500]);
    expect((await hub.get(`${path}/modifier`)).headers.get('location')).toBe(path);
    await hub.post(`${path}/modifier`, person({ givenName: 'Trop tard' }));
    expect((await byEmail('noemie@exemple.fr')).givenName).toBe('Noémie');
    const page = await hub.get(path);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('cache-control')).toBe('private, no-store');
  });

  test('nothing opens without its secret, nor with that of another hub', async () => {
    const elsewhere = await paying.site.hub();
    const [{ body }] = (await mails()).filter(({ kind }) => kind === 'membership.received') as [
      Awaited<ReturnType<typeof mails>>[number],
    ];
    const path = new URL(body.action?.href ?? '').pathname;
    expect((await hub.get(path)).status).toBe(200);
    expect((await elsewhere.get(path)).status).toBe(404);
    expect((await hub.get(`/adhesion/${'a'.repeat(43)}`)).status).toBe(404);
    expect((await hub.get(`/renouveler/${path.split('/').at(-1)}`)).status).toBe(404);
  });
});

describe('the office', () => {
  test('types a paper form with its cheque: a member at once, one receipt, numbers that follow', async () => {
    const typed = (familyName: string, more: Fields = {}) =>
      hub.post(
        '/gestion/adhesions/saisir',
        {
          scaleId: campaign.scale('Personne').id,
          campaignId: campaign.id,
          givenName: 'Yvonne',
          familyName,
          'received.way': 'cheque',
          'received.number': '0001234',
          ...more,
        },
        employee.cookie,
      );
    const numbers: string[] = [];
    for (const name of ['Kerdoncuff', 'Trévidic']) {
      const sent = await typed(name);
      expect(sent.status).toBe(303);
      const page = await (await hub.get(sent.headers.get('location') ?? '', employee.cookie)).text();
      expect(page).toContain('Acceptée');
      numbers.push(/R-\d{4}-(\d{4})/.exec(page)?.[1] ?? '');
    }
    expect(Number(numbers[1])).toBe(Number(numbers[0]) + 1);
    // She has no mail: nobody invents one, and nothing is sent.
    const [yvonne] = await ctx.db.select().from(persons).where(eq(persons.familyName, 'Kerdoncuff'));
    expect(
      await ctx.db
        .select()
        .from(contactPoints)
        .where(eq(contactPoints.personId, yvonne?.id ?? '')),
    ).toEqual([]);
    expect((await typed('Trop', { 'received.amount': '20' })).status).toBe(422);
    expect(await ctx.db.select().from(persons).where(eq(persons.familyName, 'Trop'))).toEqual([]);
    // A part of it: the rest is still expected, and the membership waits.
    await typed('Partie', { 'received.amount': '5' });
    const part = (await applications()).find((one) => one.familyName === 'Partie');
    expect(part?.state).toBe('awaiting_payment');
  });

  test('lists, filters and hands out its members to the team alone', async () => {
    const page = await (await hub.get('/gestion/adhesions?q=ressourcerie', employee.cookie)).text();
    expect(page).toContain('La Ressourcerie du Semnon');
    expect(page).not.toContain('Yvonne');
    const csv = await (await hub.get('/gestion/adhesions.csv', employee.cookie)).text();
    expect(csv).toContain('treso@ressourcerie.example');
    for (const path of [
      '/gestion/adhesions',
      '/gestion/adhesions.csv',
      '/gestion/adhesions/demandes',
      '/gestion/adhesions/relances',
    ])
      for (const cookie of [undefined, await hub.signIn('member'), await hub.signIn('board_member')])
        expect((await hub.get(path, cookie)).status).not.toBe(200);
  });

  test('asks to renew one person a structure, and the link renews in one form', async () => {
    // The year is over: everything typed above ends yesterday.
    await paying.site.database.ownerPool.query(
      `update memberships set ends_on = current_date - 1, starts_on = current_date - 300, grace_until = current_date + 60 where hub_id = $1`,
      [hub.id],
    );
    await paying.site.database.ownerPool.query(`update membership_campaigns set state = 'closed' where hub_id = $1`, [
      hub.id,
    ]);
    campaign = await aCampaign(ctx, { name: 'Campagne suivante', charter: 'Nous coopérons.' });
    const before = (await mails()).filter(({ kind }) => kind === 'membership.reminder').length;
    expect(await (await hub.get('/gestion/adhesions/relances', employee.cookie)).text()).toContain('Kerdoncuff');
    const sent = await hub.post('/gestion/adhesions/relances', { tous: 'oui' }, employee.cookie);
    expect(sent.status).toBe(303);
    const reminders = (await mails()).filter(({ kind }) => kind === 'membership.reminder').slice(before);
    expect(reminders.filter(({ recipient }) => recipient === 'treso@ressourcerie.example')).toHaveLength(1);
    const path = new URL(
      reminders.find(({ recipient }) => recipient === 'treso@ressourcerie.example')?.body.action?.href ?? '',
    ).pathname;
    // Asked again at once, nobody hears twice.
    await hub.post('/gestion/adhesions/relances', { tous: 'oui' }, employee.cookie);
    expect((await mails()).filter(({ kind }) => kind === 'membership.reminder')).toHaveLength(
      before + reminders.length,
    );
    const page = await (await hub.get(path)).text();
    expect(page).toContain('value="La Ressourcerie du Semnon"');
    expect(page).not.toMatch(/name="acceptsCharter"[^>]*checked/);
    // The charter is asked again, and so is the budget.
    const fields = {
      scaleId: campaign.scale('Association').id,
      givenName: 'Awa',
      familyName: 'Diallo',
      email: 'treso@ressourcerie.example',
      budget: '10000',
      paymentWay: 'transfer',
    };
    expect((await hub.post(path, { ...fields, organizationName: 'Autre chose' })).status).toBe(422);
    expect((await hub.post(path, { ...fields, acceptsCharter: 'oui', organizationName: 'Autre chose' })).status).toBe(
      303,
    );
    const renewal = await byEmail('treso@ressourcerie.example');
    expect(renewal).toMatchObject({ dues: 2000, source: 'renewal', organizationName: 'La Ressourcerie du Semnon' });
    expect(await (await hub.get(path)).text()).toContain('Votre demande est en route');
    const accepted = await hub.post(
      `/gestion/adhesions/demandes/${renewal.id}/valider`,
      { waive: 'oui' },
      employee.cookie,
    );
    expect(accepted.status).toBe(303);
    expect(await (await hub.get(path)).text()).toContain('C’est déjà fait');
  });

  test('says no more to who asked for it, from the letter', async () => {
    const [told] = (await ctx.db.select().from(membershipReminders)).filter(
      ({ email }) => email === 'carte@exemple.fr',
    );
    const letter = (await mails()).find(
      ({ kind, recipient }) => kind === 'membership.reminder' && recipient === 'carte@exemple.fr',
    );
    const path = new URL(letter?.body.action?.href ?? '').pathname;
    // A mail program that follows links changes nothing.
    await hub.get(path);
    await hub.post(`${path}/ne-plus-relancer`, { reason: 'Je déménage' });
    await paying.site.database.ownerPool.query(
      `update membership_reminders set sent_at = sent_at - interval '1 year' where hub_id = $1`,
      [hub.id],
    );
    const before = (await mails()).filter(({ recipient }) => recipient === 'carte@exemple.fr').length;
    await hub.post('/gestion/adhesions/relances', { tous: 'oui' }, employee.cookie);
    expect((await mails()).filter(({ recipient }) => recipient === 'carte@exemple.fr')).toHaveLength(before);
    expect(await (await hub.get('/gestion/adhesions/relances', employee.cookie)).text()).toContain(
      'ne veut plus être relancé·e',
    );
    expect(told?.channel).toBe('mail');
  });

  test('every page of the office shows', async () => {
    const [membership] = await ctx.db.select().from(memberships);
    const [application] = await applications();
    const pages = [
      'campagnes',
      'campagnes/nouvelle',
      `campagnes/${campaign.id}`,
      'colleges',
      'demandes?vue=toutes',
      'demandes',
      'saisir',
      `adherents/${membership?.id}`,
      `demandes/${application?.id}`,
    ];
    for (const path of pages)
      expect((await hub.get(`/gestion/adhesions/${path}`, employee.cookie)).status, path).toBe(200);
    expect((await hub.get('/gestion/adhesions?vue=tous&tri=fin', employee.cookie)).status).toBe(200);
    expect((await hub.get('/gestion/adhesions/adherents/intrus', employee.cookie)).status).toBe(404);
    expect(paying.site.failures).toEqual([]);
  });
});
