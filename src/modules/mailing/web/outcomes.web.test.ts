import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { runCommandLine } from '#app/cli/command-line.ts';
import { saveVenue } from '#modules/agenda/index.ts';
import { anOrganization, aTheme, guichen } from '#modules/directory/testing/builders.ts';
import { registerPerson } from '#modules/identity/index.ts';
import { openPaymentLinks } from '#modules/payments/index.ts';
import { savePublication } from '#modules/publishing/index.ts';
import { openRegistrationLinks } from '#modules/registration/index.ts';
import { anOffer } from '#modules/registration/testing/builders.ts';
import { confirmInterest, readSession } from '#modules/training/index.ts';
import { aCourse, anOpenSession, aTrainee } from '#modules/training/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { replyAddress } from '../replies/reply-address.ts';
import { sendSlice } from '../sending/send-slice.ts';
import { addSubscriber, fakeCarrier, writerOf } from '../testing/builders.ts';

const secret = 'un secret d’essai assez long pour un site';
let site: TestSite;
let hub: TestHub;
let employee: TestPerson;
beforeAll(async () => {
  site = await openTestSite({ ESSAIM_SECRET: secret });
});
afterAll(async () => {
  expect(site.failures).toEqual([]);
  await site.close();
});
beforeEach(async () => {
  hub = await site.hub();
  employee = await hub.person('employee');
});

const team = () => hub.context(employee.actor);
const page = async (path: string) => (await hub.get(path, employee.cookie)).text();
const rows = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<Row[]> =>
  (await (await hub.context()).db.execute<Row>(query)).rows as Row[];
const anEvent = async (more: Record<string, unknown> = {}) =>
  anOffer(
    await team(),
    {},
    {
      deps: { links: openRegistrationLinks(secret, async () => hub.origin), payments: openPaymentLinks(secret) },
      more,
    },
  );

async function register(slug: string, name: string, email: string): Promise<string> {
  const answer = await hub.post(`/agenda/${slug}/inscription`, { 'p0-name': name, 'p0-email': email });
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get('location') ?? '', hub.origin).pathname;
}

/** Mails these things to who subscribed to a subject; the page of the mailing. */
async function mail(subject: string, de: string | string[]): Promise<string> {
  const fields = { de, subject, abonnes: subject, title: 'À ne pas manquer', archive: 'oui', faire: 'envoyer' };
  const sent = await hub.post('/gestion/envois/ecrire', fields, employee.cookie);
  expect(sent.status).toBe(303);
  const path = sent.headers.get('location') ?? '';
  const id = path.split('/').at(-1) ?? '';
  const ctx = await hub.context();
  await sendSlice(ctx, id, { carrier: fakeCarrier().carrier, writer: await writerOf(ctx, id), domainPace: null });
  return path;
}

test('after an event was mailed, its registrations are counted, and those of its readers among them', async () => {
  const ctx = await hub.context();
  for (const name of ['lea', 'yann']) await addSubscriber(ctx, `${name}@lecture.example`, { subjects: ['events'] });
  const { eventId, slug } = await anEvent();
  await register(slug, 'Avant Envoi', 'avant@ailleurs.example');
  const mailing = await mail('events', `event.${eventId}`);
  expect(await page(mailing)).toContain('Ni inscription, ni demande, ni réponse');
  await register(slug, 'Léa Lectrice', 'Lea@Lecture.example');
  await register(slug, 'Un Passant', 'passant@ailleurs.example');
  // Who gave her seat back did not come by it.
  const own = await register(slug, 'Yann Lecteur', 'yann@lecture.example');
  expect((await hub.post(`${own}/annuler`, { sure: 'oui' })).status).toBe(303);
  expect(await page(mailing)).toMatch(
    /Inscriptions depuis l’envoi<\/dt><dd>2<p class="facts">dont 1 de personnes qui l’ont reçu/,
  );
  expect(await page('/gestion/envois')).toMatch(/2\sinscriptions/);
  // Neither does another event count, nor another hub.
  const other = await anEvent({ title: 'Un autre rendez-vous' });
  await register(other.slug, 'Un Passant', 'passant@ailleurs.example');
  expect(await page(mailing)).toContain('<dd>2<p class="facts">dont 1');
});

test('an enrolment counts once, be it told by its course and by its session, and who asks for the next one counts apart', async () => {
  const ctx = await team();
  await addSubscriber(ctx, 'lea@lecture.example', { subjects: ['trainings'] });
  const course = await aCourse(ctx);
  const sessionId = await anOpenSession(ctx, course.id);
  const session = await readSession(ctx.db, sessionId);
  await aTrainee(ctx, sessionId, { name: 'Avant Envoi', email: 'avant@ailleurs.example' });
  const both = await mail('trainings', [`course.${course.id}`, `event.${session?.eventId}`]);
  await aTrainee(ctx, sessionId, { name: 'Léa Lectrice', email: 'lea@lecture.example' });
  await hub.post(`/formations/${course.slug}/prevenir`, { email: 'passant@ailleurs.example', name: 'Un Passant' });
  expect(await page(both)).not.toContain('Demandes d’être prévenu·e');
  const [interest] = await rows<{ id: string }>(sql`select id from training_interests`);
  unwrap(await execute(await hub.context(), confirmInterest, { id: interest?.id ?? '' }));
  const report = await page(both);
  expect(report).toMatch(/Inscriptions depuis l’envoi<\/dt><dd>1<p class="facts">dont 1 de/);
  expect(report).toMatch(/Demandes d’être prévenu·e depuis l’envoi<\/dt><dd>1<p class="facts">aucune de/);
});

test('who may be concerned by its themes and its town is proposed, counted, never imposed', async () => {
  const ctx = await team();
  const theme = await aTheme(ctx, 'Alimentation');
  const unheld = await aTheme(ctx, 'Mobilités');
  const farm = await anOrganization(ctx, { themes: [theme], locations: [{ ...guichen, city: 'Janzé' }] });
  for (const name of ['Lou', 'Noé']) {
    const who = { givenName: name, familyName: 'Semnon', email: `${name === 'Lou' ? 'lou' : 'noe'}@ferme.example` };
    const { personId } = unwrap(await execute(ctx, registerPerson, who));
    await ctx.db.execute(sql`insert into organization_roles (id, person_id, organization_id, kind, created_at)
      values (${ctx.newId()}, ${personId}, ${farm.id}, 'volunteer', now())`);
    if (name === 'Lou')
      await ctx.db.execute(sql`insert into consents (id, person_id, purpose, wording, source, given_at)
        values (${ctx.newId()}, ${personId}, 'newsletter', 'Je veux la lettre.', 'essai', now())`);
  }
  const compose = async (themes: string[]) => {
    const fields = { title: 'Une nouvelle', brief: 'Chaque samedi.', content: {}, themes };
    const news = unwrap(
      await execute(ctx, savePublication, { id: null, kind: 'news', version: null, act: 'publish', fields }),
    ) as { id: string };
    return `/gestion/envois/ecrire?de=news.${news.id}`;
  };
  for (const themes of [[], [unheld]]) expect(await page(await compose(themes))).not.toContain('name="aussi"');
  const address = await compose([unheld, theme]);
  const boxes = (text: string) => [...text.matchAll(/name="aussi"[^>]*value="([^"]+)"/g)].map((found) => found[1]);
  const proposed = await page(address);
  const box = `people.structure-theme=${theme}`;
  expect(boxes(proposed)).toEqual([box]);
  expect(proposed).toMatch(/Les personnes des structures du thème «\sAlimentation\s»\s: 2, 1 le recevrait/);
  // Not ticked: nobody is added before the employee says so; then she sees how many, with script and without.
  expect(proposed).toMatch(/<strong>0<\/strong> adresse le recevra/);
  const fields = { de: address.split('=')[1] ?? '', subject: 'life', title: 'Une nouvelle', aussi: box };
  const again = await (await hub.post('/gestion/envois/ecrire', fields, employee.cookie)).text();
  const query = new URLSearchParams(fields);
  for (const text of [again, await page(`/gestion/envois/compte?${query}`)])
    expect(text).toMatch(/<strong>1<\/strong> adresse le recevra/);
  // What a box can not say lets nobody in.
  for (const made of ['people.structure-theme=rien', 'people.town=', 'rien.du-tout=1', '='])
    expect(await page(`/gestion/envois/compte?${new URLSearchParams({ subject: 'life', aussi: made })}`)).toContain(
      '<strong>0</strong>',
    );

  const venue = unwrap(
    await execute(ctx, saveVenue, { id: null, version: null, fields: { name: 'Salle des fêtes', city: 'JANZE' } }),
  );
  const near = await anEvent({ venueId: venue.id });
  expect(await page(`/gestion/envois/ecrire?de=event.${near.eventId}`)).toMatch(
    /Les personnes des structures de Janzé\s: 2, 1 le recevrait/,
  );
  const far = await anEvent();
  expect(await page(`/gestion/envois/ecrire?de=event.${far.eventId}`)).not.toContain('name="aussi"');
});

test('a reader whose week is full is spared mailings, never the confirmation of her registration', async () => {
  const ctx = await hub.context();
  await addSubscriber(ctx, 'lea@lecture.example', { subjects: ['events'] });
  const { eventId, slug } = await anEvent();
  await ctx.db.execute(sql`insert into mailings (id, kind, state, title, audience, created_at, updated_at)
    select gen_random_uuid(), 'single', 'sent', 'Un envoi', '{}', now(), now() from generate_series(1, 3)`);
  await ctx.db.execute(sql`insert into mailing_deliveries (id, mailing_id, address, basis, state, next_at, claimed_at)
    select gen_random_uuid(), id, 'lea@lecture.example', 'subscriber', 'sent', now(), now() from mailings`);
  expect(await page(`/gestion/envois/ecrire?de=event.${eventId}`)).toMatch(/<strong>0<\/strong> adresse le recevra/);
  await register(slug, 'Léa Lectrice', 'lea@lecture.example');
  expect(await rows(sql`select kind, recipient from mail_messages`)).toEqual([
    { kind: 'registration.confirmed', recipient: 'lea@lecture.example' },
  ]);
});

test('« essaim retours » reads a mailbox of returns and replies', async () => {
  const ctx = await hub.context();
  for (const name of ['lea', 'yann']) await addSubscriber(ctx, `${name}@lecture.example`, { subjects: ['events'] });
  const { eventId } = await anEvent();
  const mailing = await mail('events', `event.${eventId}`);
  const copies = new Map(
    (await rows<{ id: string; address: string }>(sql`select id, address from mailing_deliveries`)).map(
      ({ id, address }) => [address, id],
    ),
  );
  const to = replyAddress(
    openSignedIds(secret),
    hub.id,
    'reponses@pole.example',
    copies.get('lea@lecture.example') ?? '',
  );
  const mbox = [
    'From MAILER-DAEMON Mon Mar  2 10:00:00 2026\nFrom: MAILER-DAEMON@lecture.example\nTo: bonjour@pole.example\n',
    `Final-Recipient: rfc822; yann@lecture.example\nAction: failed\nStatus: 5.1.1\n\nMessage-ID: <${copies.get('yann@lecture.example')}@pole.example>\n\n`,
    `From lea@lecture.example Mon Mar  2 11:00:00 2026\nFrom: Lea <lea@lecture.example>\nTo: ${to}\nMessage-ID: <1@lecture.example>\n`,
    'Content-Type: text/plain; charset=utf-8\n\nJe viendrai, à vélo.\n>From Janzé, c’est court.\n\n',
  ].join('');
  const folder = await mkdtemp(join(tmpdir(), 'essaim-retours-'));
  const { host, port, user, password, database } = site.database.owner as Record<string, string>;
  vi.stubEnv(
    'DATABASE_URL',
    `postgres://${user}:${password}@${encodeURIComponent(host ?? '')}:${port ?? 5432}/${database}`,
  );
  vi.stubEnv('ESSAIM_DATA', folder);
  vi.stubEnv('ESSAIM_SECRET', secret);
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const input = vi.spyOn(process, 'stdin', 'get');
  try {
    for (const expected of [
      /Sur 2\smessages, lus\s: 1\sretour, 1\sréponse\./,
      /Sur 2\smessages, lus\s: \d\sretours?, 0\sréponse\./,
    ]) {
      input.mockReturnValue(Readable.from([Buffer.from(mbox)]) as never);
      said.mockClear();
      expect(await runCommandLine(['node', 'essaim', 'retours', '--pole', hub.host.split('.')[0] ?? ''])).toBe(0);
      expect(said.mock.calls.join('')).toMatch(expected);
    }
  } finally {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  }
  expect(await rows(sql`select address, reason from mail_suppressions`)).toEqual([
    { address: 'yann@lecture.example', reason: 'bounced' },
  ]);
  expect(await rows(sql`select address, body from mailing_replies`)).toEqual([
    { address: 'lea@lecture.example', body: expect.stringContaining('Je viendrai, à vélo.') },
  ]);
  expect(await page(mailing)).toContain('>1</a>');
});
