import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { robotTrapField } from '#ui/fields/robot-trap.tsx';
import { openTestSite, type Fields, type TestHub, type TestSite } from '#tests/support/app.ts';
import { saveEvent } from '../../commands/save-event.ts';
import { tellSenderJob } from '../../jobs/tell-sender.ts';
import { eventReviewPath } from '../../moderation-paths.ts';

const secret = 'un secret pour les essais, assez long pour signer';
let site: TestSite;
beforeAll(async () => {
  site = await openTestSite({ ESSAIM_SECRET: secret });
});
afterAll(() => site.close());

const path = '/agenda/proposer';
const inDays = (days: number) => Temporal.Now.plainDateISO('Europe/Paris').add({ days }).toString();
const said: Fields = {
  title: 'Bourse aux plants',
  type: 'market',
  startsOn: inDays(20),
  startsAt: '14:00',
  endsAt: '17:00',
  place: 'La Grange du Semnon',
  city: '35580 Guichen',
  organizer: 'Les Haies vives',
  perimeter: 'declared',
  reason: 'Nous plantons avec le lycée agricole.',
  story: 'On échange graines et plants.',
  free: 'oui',
  name: 'Nolwenn Essai',
  email: 'Nolwenn@haies.example',
};

interface Letter extends Record<string, unknown> {
  kind: string;
  recipient: string;
  name: string | null;
  href: string | null;
  body: string;
}

async function letters(hub: TestHub): Promise<Letter[]> {
  const { rows } = await (
    await hub.context()
  ).db
    .execute<Letter>(sql`select kind, recipient, recipient_name as name, body -> 'action' ->> 'href' as href, body::text as body
    from mail_messages where kind like 'agenda.%' order by created_at, id`);
  return rows;
}

interface Row extends Record<string, unknown> {
  id: string;
  slug: string;
  status: string;
  version: number;
  title: string;
  note: string;
  trashed: boolean;
  venue: string | null;
  city: string | null;
  visibility: string | null;
  image: string | null;
}

async function events(hub: TestHub): Promise<Row[]> {
  const { rows } = await (
    await hub.context()
  ).db
    .execute<Row>(sql`select e.id, e.slug, e.status, e.version, e.title, e.place_note as note, e.trashed_at is not null as trashed,
      v.name as venue, v.city, i.visibility, e.image_id as image from agenda_events e
    left join venues v on v.hub_id = e.hub_id and v.id = e.venue_id
    left join stored_images i on i.hub_id = e.hub_id and i.id = e.image_id order by e.id`);
  return rows;
}

/** Runs what the queue would: the letter to the sender. */
async function tell(hub: TestHub, id: string): Promise<void> {
  const ctx = await hub.context();
  const deps = {
    originOf: async () => hub.origin,
    hubLook: async () => ({ name: 'Pôle ESS d’Essai', land: { hue: 160, motif: 'hills' as const } }),
    links: openSignedIds(secret),
  };
  const noQueue = { ports: undefined, attempt: 1, isLastAttempt: false, signal: new AbortController().signal };
  await tellSenderJob(deps).run({ ...ctx, ...noQueue }, { id });
}

async function proposed(hub: TestHub, fields: Fields = said): Promise<{ row: Row; followed: string }> {
  const sent = await hub.post(path, fields);
  const followed = sent.headers.get('location') ?? '';
  expect(followed).toMatch(/^\/agenda\/proposition\/[\w-]{64}$/);
  const row = (await events(hub)).at(-1);
  return row ? { row, followed } : expect.fail('nothing was kept');
}

const review = (hub: TestHub, row: Row, fields: Fields, cookie: string) =>
  hub.post(eventReviewPath(row.id), { version: String(row.version), ...fields }, cookie);

describe('proposing an event without an account', () => {
  test('waits to be read, published in two acts from the day page, and its sender told of each step once', async () => {
    const hub = await site.hub();
    const employee = await hub.signIn('employee');
    const drawn = sharp({ create: { width: 800, height: 500, channels: 3, background: '#3a7' } });
    const photo = new File([new Uint8Array(await drawn.jpeg().toBuffer())], 'plants.jpg', { type: 'image/jpeg' });
    const { row, followed } = await proposed(hub, { ...said, photo_file: photo, photo_alternative: 'Des plants' });
    expect(row).toMatchObject({ status: 'proposed', visibility: 'staff', venue: null });
    expect(row.note).toBe('La Grange du Semnon, 35580 Guichen');
    expect((await hub.get(`/images/${row.image}/320.webp`)).status).toBe(404);
    expect((await hub.get(`/agenda/${row.slug}`)).status).toBe(404);

    await tell(hub, row.id);
    await tell(hub, row.id);
    const [received, ...more] = await letters(hub);
    expect(more).toEqual([]);
    expect(received).toMatchObject({
      kind: 'agenda.proposal-received',
      recipient: 'nolwenn@haies.example',
      name: null,
    });
    // Anyone may type anyone’s address: the letter carries none of her words.
    expect(JSON.stringify(received)).not.toMatch(/Bourse|graines|Nolwenn Essai/);
    expect(received?.href).toBe(hub.origin + followed);
    const mine = await hub.get(followed);
    expect(mine.headers.get('cache-control')).toBe('private, no-store');
    expect(await mine.text()).toContain('L’équipe la relit');

    const day = await (await hub.get('/gestion', employee)).text();
    expect(day).toContain('Rendez-vous proposé par Nolwenn Essai');
    expect(day).toContain(eventReviewPath(row.id));
    const read = await (await hub.get(eventReviewPath(row.id), employee)).text();
    for (const shown of ['nolwenn@haies.example', 'lycée agricole', 'La Grange du Semnon', 'de 14'])
      expect(read).toContain(shown);
    const published = await review(hub, row, { answer: 'publish' }, employee);
    expect(published.headers.get('location')).toBe(`/agenda/${row.slug}`);
    const [now] = await events(hub);
    expect(now).toMatchObject({ status: 'published', venue: 'La Grange du Semnon', city: 'Guichen', note: '' });
    expect(now?.visibility).toBe('public');
    await tell(hub, row.id);
    expect((await letters(hub)).at(-1)).toMatchObject({
      kind: 'agenda.proposal-published',
      href: `${hub.origin}/agenda/${row.slug}`,
    });
    expect(await (await hub.get(followed)).text()).toContain('C’est dans l’agenda');
    expect(await (await hub.get('/gestion', employee)).text()).not.toContain(eventReviewPath(row.id));
  });

  test('comes back with a word, is corrected by its link, and is read again; a stale reading is refused', async () => {
    const hub = await site.hub();
    const employee = await hub.signIn('employee');
    const { row, followed } = await proposed(hub);
    expect((await review(hub, row, { answer: 'return', word: ' ' }, employee)).status).toBe(422);
    await review(hub, row, { answer: 'return', word: 'À quelle heure finit-on ?' }, employee);
    await tell(hub, row.id);
    expect((await letters(hub)).at(-1)).toMatchObject({
      kind: 'agenda.proposal-returned',
      href: hub.origin + followed,
    });
    expect(await (await hub.get(followed)).text()).toContain('À quelle heure finit-on');
    const amended = { ...said, title: 'Bourse aux plants et aux graines', version: '2' };
    expect((await hub.post(followed, { ...amended, title: ' ' })).status).toBe(422);
    expect((await hub.post(followed, amended)).status).toBe(303);
    expect((await events(hub))[0]).toMatchObject({ status: 'proposed', title: 'Bourse aux plants et aux graines' });
    expect(await (await review(hub, row, { answer: 'publish' }, employee)).text()).toContain('Quelqu’un a modifié');
    expect((await review(hub, { ...row, version: 3 }, { answer: 'publish' }, employee)).status).toBe(303);
    expect((await hub.post(followed, { ...amended, version: '4' })).status).toBe(422);
  });

  test('a refusal is told with its word, and withdrawing forgets the sender', async () => {
    const hub = await site.hub();
    const employee = await hub.signIn('employee');
    const first = await proposed(hub);
    await review(hub, first.row, { answer: 'refuse', word: 'C’est une vente privée.' }, employee);
    await tell(hub, first.row.id);
    expect((await letters(hub)).at(-1)).toMatchObject({ kind: 'agenda.proposal-refused', href: null });
    expect((await letters(hub)).at(-1)?.body).toContain('vente privée');
    expect(await (await hub.get(first.followed)).text()).toContain('ne paraîtra pas');
    const second = await proposed(hub, { ...said, title: 'Concert' });
    expect((await hub.post(second.followed, { act: 'withdraw' })).status).toBe(303);
    expect((await hub.get(second.followed)).status).toBe(404);
    const { rows } = await (
      await hub.context()
    ).db.execute(sql`select from agenda_senders where event_id = ${second.row.id}`);
    expect(rows).toEqual([]);
    expect((await events(hub)).every(({ trashed }) => trashed)).toBe(true);
  });

  test('a phone is enough, and then the team is told to call', async () => {
    const hub = await site.hub();
    const employee = await hub.signIn('employee');
    expect((await hub.post(path, { ...said, email: '' })).status).toBe(422);
    const { row } = await proposed(hub, { ...said, email: '', phone: '02 61 91 00 12' });
    await tell(hub, row.id);
    expect(await letters(hub)).toEqual([]);
    const done = await review(hub, row, { answer: 'publish' }, employee);
    const cookie = [employee, done.headers.get('set-cookie')?.split(';')[0]].join('; ');
    const next = await hub.get('/gestion', cookie);
    expect(await next.text()).toContain('Prévenez Nolwenn Essai au 02 61 91 00 12');
  });

  test('a double of what is public is told once, and drafts of the team are never named', async () => {
    const hub = await site.hub();
    const ctx = await hub.context((await hub.person('employee')).actor);
    const event = { title: 'Grande bourse aux plants', startsOn: inDays(20), startsAt: '14:00' };
    const { id } = unwrap(await execute(ctx, saveEvent, { id: null, version: null, act: 'keep', fields: event }));
    await proposed(hub);
    unwrap(await execute(ctx, saveEvent, { id, version: 1, act: 'publish', fields: event }));
    const told = await hub.post(path, said);
    expect(told.status).toBe(422);
    expect(await told.text()).toMatch(/y est peut-être déjà[\s\S]*Grande bourse aux plants/);
    expect((await hub.post(path, { ...said, another: 'oui' })).status).toBe(303);
  });

  test('says all that is wrong at once and keeps what was typed; robots and floods are thanked or stopped', async () => {
    const hub = await site.hub();
    const wrong = await hub.post(path, { ...said, title: '', startsOn: '', place: '', city: '', name: '', email: 'x' });
    const text = await wrong.text();
    for (const message of [
      'Donnez un titre',
      'Dites quel jour',
      'Dites où',
      'Dites-nous votre nom',
      'adresse complète',
    ])
      expect(text).toContain(message);
    expect(text).toContain('On échange graines et plants.');
    expect((await hub.post(path, { ...said, startsOn: inDays(-2) })).status).toBe(422);
    expect((await hub.post(path, { ...said, [robotTrapField]: 'x' })).headers.get('location')).toBe('/agenda');
    expect(await events(hub)).toEqual([]);
    for (let count = 0; count < 10; count += 1) await proposed(hub, { ...said, title: `Rendez-vous ${count}${count}` });
    expect(await (await hub.post(path, said)).text()).toContain('Beaucoup de propositions');
  });

  test('a public event fills the form anew; drafts and what was private do not', async () => {
    const hub = await site.hub();
    const employee = await hub.signIn('employee');
    const { row } = await proposed(hub);
    expect(await (await hub.get(`${path}?comme=${row.id}`)).text()).not.toContain('Bourse aux plants');
    await review(hub, row, { answer: 'publish' }, employee);
    const again = await (await hub.get(`${path}?comme=${row.id}`)).text();
    expect(again).toContain('Bourse aux plants');
    expect(again).toContain('La Grange du Semnon');
    expect(again).not.toMatch(/haies\.example|lycée agricole|Nolwenn/);
  });

  test('a link of another hub, a made-up one, or a page of the team says nothing to a stranger', async () => {
    const [hub, other] = [await site.hub(), await site.hub()];
    const { row, followed } = await proposed(hub);
    expect((await other.get(followed)).status).toBe(404);
    expect((await hub.get('/agenda/proposition/xyz')).status).toBe(404);
    expect((await hub.get(eventReviewPath(row.id))).status).not.toBe(200);
    expect((await hub.get(eventReviewPath(row.id), await hub.signIn('member'))).status).toBe(404);
    expect(
      (await hub.post(eventReviewPath(row.id), { answer: 'publish' }, await hub.signIn('contributor'))).status,
    ).toBe(404);
  });
});
