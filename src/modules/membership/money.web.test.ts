import { fillMembershipMoney } from '#app/demo/fill-membership-money.ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { anOrganization } from '#modules/directory/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { memberBenefits } from './benefits/tables.ts';
import { openMembershipLinks } from './links.ts';
import { issueTaxReceipts } from './receipts/commands/issue-tax-receipts.ts';
import { membershipMoneySettings, taxReceipts } from './receipts/tables.ts';
import { memberships } from './tables.ts';
import { openMoneyDesk, wordsOf, type MoneyDesk } from './testing/money-desk.ts';

let desk: MoneyDesk;
beforeAll(async () => {
  desk = await openMoneyDesk();
});
afterAll(() => desk.close());

const year = Temporal.Now.zonedDateTimeISO('Europe/Paris').year;

describe('tax receipts', () => {
  const deps = { links: openMembershipLinks('secret', async () => 'https://pole.example') };

  test('a hub that did not say it may gives none; once it said so, gifts only, numbered without hole', async () => {
    await desk.typed('Don');
    expect(await desk.page('/gestion/adhesions/recus')).toContain('Votre pôle donne-t-il des reçus fiscaux');
    expect(await execute(desk.ctx, issueTaxReceipts(deps), { year })).toMatchObject({
      ok: false,
      reason: 'no_tax_receipt',
    });
    const refused = await desk.post('/gestion/adhesions/reglages', {
      receiptStatus: 'general_interest',
      signatory: 'M. Oger',
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="M. Oger"');
    const saved = await desk.post('/gestion/adhesions/reglages', {
      receiptStatus: 'general_interest',
      signatory: 'Maëlle Oger',
      object: 'Faire vivre l’économie sociale et solidaire',
    });
    expect(saved.status).toBe(303);
    expect(await desk.page('/gestion/adhesions/recus')).toContain('1 reçu prêt, pour 30');
    expect((await desk.post('/gestion/adhesions/recus', { year: String(year) })).status).toBe(303);
    const [receipt] = await desk.ctx.db.select().from(taxReceipts);
    expect(receipt).toMatchObject({ amount: 3000, number: 1, donor: 'person', donorName: 'Awa Don' });
    const pdf = await desk.get(`/gestion/adhesions/recus/${receipt?.id}.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const member = await desk.hub.signIn('member');
    expect((await desk.hub.get(`/gestion/adhesions/recus/${receipt?.id}.pdf`, member)).status).toBe(404);
  });

  test('dues that bring something worth money are not a gift without saying so, by name', async () => {
    const fields = { receiptStatus: 'general_interest', signatory: 'Maëlle Oger', object: 'Faire vivre le territoire' };
    const version = async () => /name="version" value="(\d+)"/.exec(await desk.raw('/gestion/adhesions/reglages'))?.[1];
    const save = async (more: Record<string, string>) =>
      desk.post('/gestion/adhesions/reglages', { ...fields, version: (await version()) ?? '', ...more });
    await desk.post('/gestion/adhesions/avantages/nouveau', { title: 'Une salle prêtée', isWorthMoney: 'oui' });
    const refused = await save({ duesAreGifts: 'oui' });
    expect(refused.status).toBe(422);
    const words = wordsOf(await refused.text());
    expect(words).toContain('articles 200 et 238 bis');
    expect(words).toContain('Ces avantages valent de l’argent : Une salle prêtée');
    expect((await save({ duesAreGifts: 'oui', acknowledgesReturns: 'oui' })).status).toBe(303);
    const [settings] = await desk.ctx.db.select().from(membershipMoneySettings);
    expect(settings).toMatchObject({ duesAreGifts: true, returnsAcknowledgedBy: desk.ctx.actor?.name });
    // Said once for a list: without the benefit, or without the gift, nothing is left to say.
    expect((await save({})).status).toBe(303);
    expect(await desk.page('/gestion/adhesions/recus')).not.toContain('Avant de donner un reçu');
  });

  test('asked ten times at once, each gift has one receipt, and numbers follow each other', async () => {
    for (const name of ['Un', 'Deux', 'Trois']) await desk.typed(name);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => execute(desk.ctx, issueTaxReceipts(deps), { year })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const rows = await desk.ctx.db.select().from(taxReceipts);
    expect(rows.map(({ number }) => number).toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4]);
    expect(new Set(rows.map(({ chargeId }) => chargeId)).size).toBe(4);
  });

  test('without address, no receipt, and its reason; a cancelled one frees its gift for another number', async () => {
    await desk.typed('Sansadresse', { street: '', postcode: '', city: '' });
    expect(await desk.page('/gestion/adhesions/recus')).toContain('il manque l’adresse');
    const [first] = await desk.ctx.db.select().from(taxReceipts);
    expect((await desk.post(`/gestion/adhesions/recus/${first?.id}/annuler`, { reason: 'Nom mal écrit' })).status).toBe(
      303,
    );
    unwrap(await execute(desk.ctx, issueTaxReceipts(deps), { year }));
    const again = (await desk.ctx.db.select().from(taxReceipts)).filter(({ chargeId }) => chargeId === first?.chargeId);
    expect(again.map(({ number, cancelledAt }) => [number, cancelledAt !== null])).toEqual([
      [first?.number, true],
      [5, false],
    ]);
    expect(await desk.page('/gestion/adhesions/recus')).toContain('Annulé : Nom mal écrit');
  });

  test('the journal of the accountant: debits equal credits, and hostile names stay text', async () => {
    await desk.typed('=CMD()', { email: '' });
    const csv = await desk.raw(`/gestion/adhesions/comptabilite.csv?annee=${year}`);
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
    expect(await desk.page('/gestion/adhesions/comptabilite')).toContain(`Journal ${year}`);
  });
});

describe('figures', () => {
  test('each figure is the length of its list, and the showcase names no person', async () => {
    const figures = await desk.page('/gestion/adhesions/chiffres');
    const count = Number(/(\d+) *membres aujourd|membres aujourd’hui (\d+)/.exec(figures)?.slice(1).find(Boolean));
    const csv = await desk.raw(`/gestion/adhesions/chiffres.csv`);
    expect(csv.trim().split(/\r?\n/).length - 1).toBe(count);
    expect(count).toBeGreaterThan(5);
    const college = encodeURIComponent(`Usagers, Adhésion ${year}`);
    expect(await desk.page(`/gestion/adhesions/chiffres/liste?par=college&valeur=${college}`)).toContain('membre');
    expect((await desk.get('/gestion/adhesions/chiffres/liste?jour=2026-02-31&par=who&valeur=x')).status).toBe(200);
    const showcase = wordsOf(await (await desk.hub.get('/adherents')).text());
    expect(showcase).toContain('personnes');
    expect(showcase).not.toContain('Rolland');
    expect((await desk.hub.get('/gestion/adhesions/chiffres', await desk.hub.signIn('member'))).status).toBe(404);
  });
});

describe('what the hub keeps for its members', () => {
  test('its pieces leave every page, file, feed and interface for visitors, and stay for members and the team', async () => {
    const { slug, id } = await anOrganization(desk.ctx, {
      name: 'Les Vergers du Canut',
      phone: '+33261910033',
      email: 'canut@ici.example',
      contacts: [
        {
          name: 'Oanez Riou',
          role: 'Présidente',
          visibility: 'public',
          phone: '+33261910034',
          phoneVisibility: 'public',
          email: '',
          emailVisibility: 'staff',
        },
      ],
    } as never);
    const outlets = [
      `/annuaire/${slug}`,
      `/annuaire/${slug}.vcf`,
      `/annuaire/${slug}.jsonld`,
      `/annuaire/${slug}/corriger`,
      '/annuaire',
      '/annuaire.csv',
      '/annuaire.geojson',
      '/annuaire.jsonld',
      '/annuaire/carte.json',
      '/api/elements.json',
      '/api/elements.jsonld',
      `/api/elements/${id}.json`,
    ];
    const secrets = /61\s?91\s?00\s?3[34]|261910033|Oanez|Georges-Le-Cornec|47[.,]9676/;
    const seen = async (path: string, cookie?: string) => (await desk.hub.get(path, cookie)).text();
    expect(await seen(`/annuaire/${slug}`)).toMatch(/Oanez/);
    expect(await seen('/annuaire.csv')).toMatch(secrets);
    const pieces = ['contacts', 'phones', 'messages', 'streets', 'showcase'];
    const member = await desk.hub.signIn('member');
    expect((await desk.hub.post('/gestion/adhesions/reserve', { pieces }, member)).status).toBe(404);
    expect((await desk.post('/gestion/adhesions/reserve', { pieces })).status).toBe(303);
    await vi.waitFor(async () => expect(await seen(`/annuaire/${slug}`)).not.toMatch(secrets));
    const leaks: string[] = [];
    for (const path of outlets) {
      const found = secrets.exec(await seen(path));
      if (found) leaks.push(`${path} tells ${found[0]}`);
    }
    expect(leaks).toEqual([]);
    expect((await desk.hub.get(`/annuaire/${slug}/ecrire`)).status).toBe(404);
    for (const cookie of [member, await desk.hub.signIn('employee')]) {
      const sheet = await seen(`/annuaire/${slug}`, cookie);
      expect(sheet).toContain('Oanez');
      expect(sheet).toContain('Georges-Le-Cornec');
      expect((await desk.hub.get('/adherents', cookie)).status).toBe(200);
    }
    expect((await desk.hub.get('/adherents')).headers.get('location')).toBe('/connexion?suite=%2Fadherents');
    expect((await desk.hub.get('/adherents', await desk.hub.signIn())).status).toBe(404);
    expect(await seen('/sitemap.xml')).not.toContain('/adherents<');
    expect(await desk.page('/gestion/adhesions/reserve')).toContain('La page « Nos membres »');
    // Taken back: everyone sees again what the structure shows.
    await desk.post('/gestion/adhesions/reserve', {});
    await vi.waitFor(async () => expect(await seen(`/annuaire/${slug}`)).toContain('Oanez'));
    expect((await desk.hub.get('/adherents')).status).toBe(200);
  });

  test('the ways in are there to follow: home, account, map of the site', async () => {
    const home = await (await desk.hub.get('/')).text();
    expect(home).toContain('Adhérer en trois minutes');
    const account = await (await desk.hub.get('/mon-compte', await desk.hub.signIn('member'))).text();
    expect(account).toContain('href="/adherer"');
    for (const path of ['/adherer', '/adherents', '/lettres', '/abonnement'])
      await vi.waitFor(async () =>
        expect(await (await desk.hub.get('/sitemap.xml')).text()).toContain(`${path}</loc>`),
      );
  });
});

describe('what membership brings', () => {
  test('used and unused on the member’s own page, and the letter of the year once', async () => {
    await desk.post('/gestion/adhesions/avantages/nouveau', {
      title: 'Un bureau prêté',
      counted: 'noted',
      audience: 'all',
    });
    await desk.post('/gestion/adhesions/avantages/nouveau', { title: 'Pour les structures', audience: 'structure' });
    expect(
      (await desk.post('/gestion/adhesions/avantages/nouveau', { title: 'Piège', path: '//ailleurs.example' })).status,
    ).toBe(422);
    const benefit = (await desk.ctx.db.select().from(memberBenefits)).find(({ title }) => title === 'Un bureau prêté');
    const membership = (await desk.ctx.db.select().from(memberships)).find(({ personId }) => personId !== null);
    const sheet = await desk.raw(`/gestion/adhesions/adherents/${membership?.id}`);
    const own = /href="(\/mon-adhesion\/[\w-]+)"/.exec(sheet)?.[1] ?? '';
    const visitor = async (path: string) => wordsOf(await (await desk.hub.get(path)).text());
    expect(await visitor(own)).toMatch(/À vous de jouer .*Un bureau prêté/);
    expect(await visitor(own)).not.toContain('Pour les structures');
    await desk.post(`/gestion/adhesions/adherents/${membership?.id}/avantage`, {
      benefitId: benefit?.id ?? '',
      note: 'Mardi',
    });
    expect(await visitor(own)).toMatch(/Un bureau prêté 1 fois .* : Mardi/);
    expect(await visitor(`${own}?annee=${year - 1}`)).not.toContain('Mardi');
    expect((await desk.hub.get(`${own}/annee.pdf`)).headers.get('content-type')).toBe('application/pdf');
    expect((await desk.hub.get(own)).headers.get('cache-control')).toContain('no-store');
    expect((await desk.hub.get(`/mon-adhesion/${'a'.repeat(43)}`)).status).toBe(404);
    for (const _ of [1, 2]) await desk.post('/gestion/adhesions/annee', { year: String(year) });
    const { rows } = await desk.paying.site.database.ownerPool.query<{ recipient: string }>(
      `select recipient from mail_messages where hub_id = $1 and kind = 'membership.statement'`,
      [desk.hub.id],
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
    const wrong = await desk.post('/gestion/conventions/nouvelle', {
      ...fields,
      startsOn: '2026-05-01',
      endsOn: '2026-01-01',
    });
    expect(wrong.status).toBe(422);
    const sent = await desk.post('/gestion/conventions/nouvelle', {
      ...fields,
      startsOn: today.subtract({ days: 300 }).toString(),
      endsOn: today.add({ days: 60 }).toString(),
    });
    const path = sent.headers.get('location') ?? '';
    await desk.post(`${path}/engagements`, {
      side: 'hub',
      label: 'Bilan <i>annuel</i>',
      dueOn: today.subtract({ days: 1 }).toString(),
    });
    expect(await desk.page(path)).toMatch(/Bilan .*annuel.* en retard/);
    const todo = await desk.page('/gestion');
    expect(todo).toContain('Convention avec Communauté de communes : un engagement à tenir');
    expect(todo).toContain('La convention avec Communauté de communes se termine');
    const id = /name="id" value="([\w-]+)"/.exec(await desk.raw(path))?.[1] ?? '';
    await desk.post(`${path}/engagement`, { id, to: 'done' });
    expect(await desk.page(path)).toContain('tenu le');
    const paper = new File(['%PDF-1.4\n%%EOF'], 'convention.pdf', { type: 'application/pdf' });
    await desk.post(`${path}/papiers`, { file_file: paper, fileTitle: 'Signée' });
    expect(await desk.page(path)).toContain('Signée');
    expect(await desk.page('/gestion/conventions')).toContain('Bientôt finie');
    expect((await desk.post(path, { ...fields, startsOn: '2026-01-01', version: '99' })).status).toBe(422);
    const member = await desk.hub.signIn('member');
    expect((await desk.hub.get(path, member)).status).toBe(404);
    expect((await desk.hub.get('/gestion/conventions', member)).status).toBe(404);
    expect(desk.paying.site.failures).toEqual([]);
  });
});

test('the demonstration shows all of it', async () => {
  await fillMembershipMoney(desk.ctx);
  expect(await desk.page('/gestion/conventions')).toContain('Accueil des stagiaires');
  expect(await desk.page('/gestion/adhesions/rapprochement')).toContain('Famille Guillerm');
  expect(await desk.page('/gestion/adhesions/avantages')).toContain('Une salle prêtée deux fois par an');
});
