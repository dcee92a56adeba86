import { sql } from 'drizzle-orm';
import { HtmlValidate } from 'html-validate';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerPerson } from '#modules/identity/index.ts';
import { savePublication } from '#modules/publishing/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Ports } from '#platform/context/ports.ts';
import type { Job } from '#platform/jobs/job.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { startSmtpServer, type FakeSmtp } from '#tests/support/fakes/smtp-server.ts';
import { addSubscriber } from '../testing/builders.ts';

let site: TestSite;
let smtp: FakeSmtp;
let hub: TestHub;
let employee: TestPerson;
beforeAll(async () => {
  smtp = await startSmtpServer();
  site = await openTestSite({
    ESSAIM_URL: 'https://essaim.example',
    SMTP_URL: smtp.url,
    MAIL_FROM: 'bonjour@essaim.example',
    TRUSTED_PROXIES: '127.0.0.1',
  });
  hub = await site.hub('Pôle ESS d’Essai');
  employee = await hub.person('employee');
});
afterAll(async () => {
  expect(site.failures).toEqual([]);
  await site.close();
  await smtp[Symbol.asyncDispose]();
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();

async function runJob(name: string, payload: unknown): Promise<void> {
  const job = site.site.deps.modules.flatMap((module) => module.jobs ?? []).find((one) => one.name === name);
  const ctx = await site.site.contextOf(hub.id, null);
  const signal = new AbortController().signal;
  await (job as Job<never, Ports>).run(
    { ...ctx, ports: site.site.ports, attempt: 1, isLastAttempt: false, signal },
    payload as never,
  );
}

async function aNews(title: string): Promise<{ id: string; path: string }> {
  const saved = await execute(await hub.context(employee.actor), savePublication, {
    id: null,
    kind: 'news',
    version: null,
    act: 'publish',
    fields: { title, brief: 'Chaque samedi, place de la mairie.', content: {} },
  });
  const { id, slug } = unwrap(saved) as { id: string; slug: string };
  return { id, path: `/actualites/${slug}` };
}

/** Fields of the first form that is sent to an address. */
function fieldsOf(page: string): Record<string, string | string[]> {
  const fields: Record<string, string[]> = {};
  for (const [, attributes = ''] of page.matchAll(/<input ((?:[^>"]|"[^"]*")*)>/g)) {
    const name = /name="([^"]*)"/.exec(attributes)?.[1];
    const isBox = /type="(checkbox|radio)"/.test(attributes);
    if (!name || name === 'q' || (isBox && !/\bchecked/.test(attributes))) continue;
    (fields[name] ??= []).push(
      (/value="([^"]*)"/.exec(attributes)?.[1] ?? '').replaceAll('&amp;', '&').replaceAll('&lt;', '<'),
    );
  }
  const subject = /<option[^>]*value="(\w+)"[^>]*selected/.exec(page)?.[1];
  return { ...fields, ...(subject ? { subject } : {}) };
}

test('one news leaves its page for its readers in two clicks, once, and each may stop it at once', async () => {
  const ctx = await hub.context();
  await addSubscriber(ctx, 'lea@lecture.example');
  await addSubscriber(ctx, 'yann@lecture.example');
  await addSubscriber(ctx, 'emplois@lecture.example', { subjects: ['jobs'] });
  await addSubscriber(ctx, 'semaine@lecture.example', { rhythm: 'weekly' });
  const news = await aNews('Un café <b>ouvre</b>');
  expect(await text(hub.get(news.path))).not.toContain('Envoyer par mail');

  // First click: from the page.
  const page = await text(hub.get(news.path, employee.cookie));
  const href = /href="([^"]*\/gestion\/envois\/ecrire[^"]*)"/.exec(page)?.[1] ?? '';
  const compose = await text(hub.get(href, employee.cookie));
  expect(compose).toContain('Envoyer à 2');
  const preview = /src="([^"]*apercu[^"]*)"/.exec(compose)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const previewed = await hub.get(preview, employee.cookie);
  expect(previewed.headers.get('content-security-policy')).toMatch(/frame-ancestors 'self'; sandbox/);
  expect(await previewed.text()).toContain('Un café &lt;b>ouvre');
  // Second click: it leaves. Sent twice by the same form, it leaves once.
  const fields = { ...fieldsOf(compose), faire: 'envoyer' };
  const sent = await hub.post('/gestion/envois/ecrire', fields, employee.cookie);
  const again = await hub.post('/gestion/envois/ecrire', fields, employee.cookie);
  const mailing = sent.headers.get('location') ?? '';
  expect(again.headers.get('location')).toBe(mailing);
  await runJob('mailing.send', { mailingId: mailing.split('/').at(-1) });
  expect(smtp.received.map((mail) => mail.to[0]).toSorted((a = '', b = '') => a.localeCompare(b))).toEqual([
    'lea@lecture.example',
    'yann@lecture.example',
  ]);
  // Copies leave side by side: which one arrives first is nobody's promise.
  const letter = await PostalMime.parse(smtp.received.find((mail) => mail.to[0] === 'lea@lecture.example')?.raw ?? '');
  expect(letter.subject).toBe('Un café <b>ouvre</b>');
  expect(letter.text).toContain('https://');
  expect(letter.text).not.toContain('<b>ouvre</b> <');
  const headers = new Map(letter.headers.map(({ key, value }) => [key, value]));
  expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  const report = await text(hub.get(mailing, employee.cookie));
  expect(report).toMatch(/2\sexemplaires partis/);
  expect(report).toContain('Ni inscription, ni demande, ni réponse');
  // What comes of it is counted where it happens: who asked the hub from this page, and whether she had the mail.
  for (const email of ['lea@lecture.example', 'passant@ailleurs.example'])
    await ctx.db
      .execute(sql`insert into advice_requests (id, name, email, question, came_from, received_at, last_message_at)
      values (${ctx.newId()}, 'Une personne', ${email}, 'Une question', ${news.path}, now() + interval '1 minute', now())`);
  const counted = await text(hub.get(mailing, employee.cookie));
  expect(counted).toMatch(/Demandes au pôle depuis l’envoi<\/dt><dd>2<p class="facts">dont 1 de personnes/);
  expect(await text(hub.get('/gestion/envois', employee.cookie))).toMatch(/2\sdemandes au pôle/);

  // In the archive, without a word of who received it.
  const archived = await text(hub.get('/lettres'));
  const shown = /href="(\/lettres\/[^"]+)"/.exec(archived)?.[1] ?? '';
  for (const where of ['/lettres', shown, '/lettres.rss'])
    expect(await text(hub.get(where))).not.toContain('lecture.example');
  expect(await text(hub.get(shown))).toContain('Chaque samedi');

  // A filter that opens the link changes nothing; the exact body of RFC 8058 stops everything, without session.
  const link = new URL((headers.get('list-unsubscribe') ?? '').replace(/^<|>$/g, ''));
  expect((await hub.get(link.pathname)).status).toBe(200);
  expect((await ctx.db.execute(sql`select from mail_suppressions`)).rowCount).toBe(0);
  // What she had agreed to on paper ends with it, and says since when.
  const lea = { givenName: 'Léa', familyName: 'Lecture', email: 'lea@lecture.example' };
  const { personId } = unwrap(await execute(await hub.context(employee.actor), registerPerson, lea));
  await ctx.db.execute(sql`insert into consents (id, person_id, purpose, wording, source, given_at)
    values (${ctx.newId()}, ${personId}, 'newsletter', 'Je veux la lettre.', 'bulletin d’adhésion', now())`);
  const oneClick = await hub.send(link.pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '26' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(oneClick.status).toBe(200);
  expect((await ctx.db.execute(sql`select from mail_suppressions`)).rowCount).toBe(1);
  const sheet = await text(hub.get(`/gestion/personnes/${personId}`, employee.cookie));
  expect(sheet).toMatch(/Je veux la lettre\.\s».*bulletin d’adhésion\), retiré le/s);
  expect(
    (await hub.send(`${link.pathname.slice(0, -4)}AAAA`, { method: 'POST', headers: { 'content-length': '0' } }))
      .status,
  ).toBe(404);
  const next = await text(
    hub.get(`/gestion/envois/ecrire?de=news.${(await aNews('Une autre nouvelle')).id}`, employee.cookie),
  );
  expect(next).toContain('Envoyer à 1');
});

test('only the team writes; what is hidden or over cannot be sent; the pages are valid', async () => {
  const news = await aNews('Une troisième nouvelle');
  const compose = `/gestion/envois/ecrire?de=news.${news.id}`;
  const member = await hub.signIn('member', 'contributor');
  for (const path of ['/gestion/envois', compose, '/gestion/envois/reglages', '/gestion/envois/adresses-retirees'])
    for (const cookie of [undefined, member]) expect((await hub.get(path, cookie)).status).not.toBe(200);
  expect(
    (await hub.get('/gestion/envois/ecrire?de=news.0197f3a2-0000-7000-8000-000000000001', employee.cookie)).status,
  ).toBe(404);
  const html = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      'no-inline-style': 'off',
      'void-style': 'off',
      'doctype-style': 'off',
      'attribute-boolean-style': 'off',
      'no-trailing-whitespace': 'off',
      'prefer-native-element': 'off',
      'long-title': 'off',
      'tel-non-breaking': 'off',
    },
  });
  for (const path of [
    '/gestion/envois',
    compose,
    '/gestion/envois/ecrire',
    '/gestion/envois/destinataires?adherents=oui&abonnes=life&subject=life',
    '/gestion/envois/reglages',
    '/gestion/envois/adresses-retirees',
    '/gestion/envois/reponses',
    '/gestion/envois/recapitulatif',
    '/lettres',
  ]) {
    const page = await hub.get(path, employee.cookie);
    expect(page.status, path).toBe(200);
    const { results } = await html.validateString(await page.text());
    expect(
      results.flatMap((result) => result.messages.map((message) => `${path} ${message.ruleId} ${message.message}`)),
    ).toEqual([]);
  }
  // The Enter key sends nothing.
  const typed = fieldsOf(await text(hub.get(compose, employee.cookie)));
  expect((await hub.post('/gestion/envois/ecrire', typed, employee.cookie)).status).toBe(200);
  const mailbox = { weeklyBudget: '3', digestWeekday: '4', digestHour: '9', version: '0' };
  const plus = { ...mailbox, repliesTo: 'reponses+pole@ici.example' };
  expect(await text(hub.post('/gestion/envois/reglages', plus, employee.cookie))).toContain('20 signes au plus');
  const settings = await hub.post('/gestion/envois/reglages', { version: '0', weeklyBudget: '99' }, employee.cookie);
  expect(settings.status).toBe(422);
});

test('a returned message withdraws an address we wrote to, and a forged one withdraws nobody', async () => {
  const page = await text(hub.get('/gestion/envois/reglages', employee.cookie));
  const hook = new URL(/https:\/\/[^<]*\/messagerie\/retours\/[\w-]+/.exec(page)?.[0] ?? '').pathname;
  const ctx = await hub.context();
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from mailing_deliveries where address = 'yann@lecture.example' limit 1`,
  );
  const notice = (id: string) =>
    `Final-Recipient: rfc822; elodie@autre.example\nAction: failed\nStatus: 5.1.1\n\nMessage-ID: <${id}@essaim.example>\n`;
  const send = (path: string, body: string) =>
    hub.send(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'message/rfc822', 'content-length': String(body.length) },
    });
  expect((await send(`${hook.slice(0, -4)}AAAA`, notice(rows[0]?.id ?? ''))).status).toBe(404);
  expect((await send(hook, notice(ctx.newId()))).status).toBe(204);
  expect((await ctx.db.execute(sql`select from mail_suppressions where reason = 'bounced'`)).rowCount).toBe(0);
  expect((await send(hook, notice(rows[0]?.id ?? ''))).status).toBe(204);
  const kept = await ctx.db.execute(sql`select address from mail_suppressions where reason = 'bounced'`);
  expect(kept.rows).toEqual([{ address: 'yann@lecture.example' }]);
});

test('who has no address is told on paper: labels, letters, calls', async () => {
  const compose = await text(hub.get('/gestion/envois/ecrire', employee.cookie));
  const kept = await hub.post(
    '/gestion/envois/ecrire',
    { ...fieldsOf(compose), title: 'Bonne année', introduction: 'Tous nos vœux.', adherents: 'oui', faire: 'garder' },
    employee.cookie,
  );
  const path = kept.headers.get('location') ?? '';
  for (const file of [`${path}/lettres.pdf`, '/gestion/envois/etiquettes.pdf?adherents=oui&subject=life']) {
    const answer = await hub.get(file, employee.cookie);
    expect(answer.headers.get('content-type'), file).toBe('application/pdf');
  }
  expect((await hub.post(`${path}/supprimer`, {}, employee.cookie)).status).toBe(303);
});
