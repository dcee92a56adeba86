import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '#tests/support/app.ts';
import { fillHub, type FilledHub } from './support/fill-hub.ts';
import { ownValues } from './support/own-values.ts';
import { everyRoute, filledPath } from './support/routes.ts';
import { wholeText } from './support/whole-text.ts';

/** What events leave in the tables and only the team reads, with the rows it is private in. */
const privateColumns: readonly (readonly [table: string, columns: readonly string[], where?: string])[] = [
  ['agenda_events', ['contact_email', 'moderation_note']],
  ['agenda_events', ['title', 'brief', 'body', 'contact_name'], `status <> 'published' or trashed_at is not null`],
  ['agenda_events', ['online_link'], 'not is_link_public'],
  ['agenda_senders', ['name', 'email', 'phone', 'reason']],
  ['agenda_poll_answers', ['name', 'email', 'organization_name', 'comment', 'host_words']],
  ['agenda_polls', ['title', 'words']],
  ['agenda_calendars', ['name']],
  ['registrations', ['name', 'email', 'phone', 'organization_name', 'municipality', 'state_note']],
  ['registration_bookings', ['name', 'email', 'phone']],
  ['registration_messages', ['subject', 'body']],
  ['registration_offers', ['confirmation_note']],
  ['charges', ['label', 'payer_name', 'payer_email', 'payer_address']],
  ['programme_stands', ['contact_name', 'email', 'phone', 'needs_note', 'answer']],
  ['programme_stands', ['name', 'activity'], `state <> 'accepted'`],
  ['programme_volunteers', ['name', 'email', 'phone']],
  ['training_trainees', ['name', 'email', 'phone', 'organization_name', 'municipality', 'funder']],
  ['training_interests', ['name', 'email']],
  ['training_sessions', ['note', 'funder']],
];

/** What no page shows to the team by the values tried here: it is in letters, or on the page of another event. */
const elsewhere = [
  'agenda_events.moderation_note',
  'agenda_events.contact_name kept back',
  'agenda_calendars.name',
  'registration_bookings.email',
  'registration_bookings.phone',
  'registration_messages.subject',
  'registration_messages.body',
  'training_interests.name',
  'training_interests.email',
];

let site: TestSite;
let filled: FilledHub;
/** What each private column says, by its name. */
const marks = new Map<string, string>();

beforeAll(async () => {
  site = await openTestSite();
  filled = await fillHub(site, await site.hub(), 'Callune');
  let serial = 100;
  for (const [table, columns, where = 'true'] of privateColumns) {
    for (const column of columns) {
      serial += 1;
      const mark = column.endsWith('email')
        ? `cachette${serial}@prive.example`
        : column === 'phone'
          ? `06 39 98 7${String(serial).slice(0, 1)} ${String(serial).slice(1)}`
          : column === 'online_link'
            ? `https://cachette${serial}.example/salle`
            : `Cachette${serial}`;
      const { rowCount } = await site.database.ownerPool.query(
        `update ${table} set ${column} = $1 where hub_id = $2 and (${where})`,
        [mark, filled.hub.id],
      );
      expect(rowCount, `${table}.${column} is private in no row`).toBeGreaterThan(0);
      marks.set(`${table}.${column}${where === 'true' ? '' : ' kept back'}`, mark);
    }
  }
});
afterAll(() => site.close());

const squeezed = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]|%20|&#160;/g, '').toLowerCase();

/** Every address, with what leads to the hub's own things, but for the secrets of private links. */
function addresses(): string[] {
  const paths = everyRoute(site)
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => {
      const { secret: _secret, token: _token, answer: _answer, ...values } = ownValues(filled, path);
      return filledPath(path, values);
    });
  const words = ['cachette', 'prive.example', '0639987'].map((word) => `/recherche?q=${word}`);
  const narrowed = [
    '/agenda?etat=draft',
    '/agenda/mois/2026-12?etat=proposed',
    '/agenda?q=cachette',
    '/agenda.csv?q=cachette',
  ];
  return [...paths, ...words, ...narrowed, '/agenda/passes?page=2', '/api/agenda.json?etat=draft'];
}

async function leaks(cookie?: string): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses()) {
    const said = squeezed(await wholeText(await filled.hub.get(address, cookie)));
    for (const [column, mark] of marks) if (said.includes(squeezed(mark))) found.push(`${address}: ${column}`);
  }
  return found;
}

test('who registered, proposed, answered, helps, learns or pays, and what is not public yet, reaches no visitor', async () => {
  expect(await leaks()).toEqual([]);
});

test('nor anyone of the hub outside the team, whatever her roles', async () => {
  expect(await leaks(await filled.hub.signIn('member', 'contributor', 'board_member'))).toEqual([]);
});

test('the same crawl by the team finds them: the crawl can see', async () => {
  const found = (await leaks(await filled.hub.signIn('employee'))).join('\n');
  const unseen = [...marks.keys()].filter((column) => !found.includes(column));
  expect(unseen).toEqual(elsewhere);
});

test('an event that is not public has no page, poster, file, form nor picture for others', async () => {
  const { rows } = await site.database.ownerPool.query<{ id: string; slug: string; version: number }>(
    `select id, slug, version from agenda_events where hub_id = $1 and (status <> 'published' or trashed_at is not null)`,
    [filled.hub.id],
  );
  expect(rows.length).toBeGreaterThan(2);
  const routes = everyRoute(site).filter(({ path }) => /^\/agenda\/:(slug|file)|^\/agenda\/partage/.test(path));
  const [member, found] = [await filled.hub.signIn('member'), [] as string[]];
  for (const { id, slug, version } of rows)
    for (const route of routes) {
      const file = route.path.includes('partage') ? `${id}-${version}.png` : `${slug}.ics`;
      const path = filledPath(route.path, { slug, file, token: 'inconnu' });
      for (const cookie of [undefined, member]) {
        const answer =
          route.method === 'GET' ? await filled.hub.get(path, cookie) : await filled.hub.post(path, {}, cookie);
        if (answer.status !== 404) found.push(`${route.method} ${path}: ${answer.status}`);
      }
    }
  expect(found).toEqual([]);
});

test('a private link shows what is its own, not how to reach the others', async () => {
  const { secrets, registration, payments, programme } = filled.events;
  const others = [...marks].filter(([column]) => /\.(email|phone|contact_email|payer_email)/.test(column));
  const own: Record<string, RegExp> = {
    [`/agenda/sondage/${secrets.poll}`]: /^$/,
    [`/agenda/proposition/${secrets.proposal}`]: /^agenda_(senders|events)/,
    [`/inscription/${registration.secret}`]: /^registration/,
    [`/agenda/mon-agenda/${secrets.calendar}.ics`]: /^$/,
    [`/formations/evaluation/${secrets.survey}`]: /^$/,
    [`/formations/interet/${secrets.interest}`]: /^training_interests/,
    [`/payer/${payments.secret}`]: /^charges/,
    [`/agenda/${programme.slug}/stands/${programme.standToken}`]: /^programme_stands/,
    [`/agenda/${programme.slug}/benevoles/${programme.volunteerToken}`]: /^programme_volunteers/,
  };
  const found: string[] = [];
  // Browsers send the forms of a page « no-referrer » as from nowhere: only routes that take those may be behind them.
  const fromNowhere = everyRoute(site)
    .filter(({ method, machinePost }) => method === 'POST' && machinePost)
    .map(({ path }) => new RegExp(`^${path.replaceAll(/:[a-z]+/gi, '[^/]+')}$`));
  for (const [address, may] of Object.entries(own)) {
    const answer = await filled.hub.get(address);
    expect([address, answer.status]).toEqual([address, 200]);
    expect([address, answer.headers.get('cache-control')]).toEqual([address, expect.stringContaining('no-store')]);
    const isSilent = answer.headers.get('referrer-policy') === 'no-referrer';
    const text = await wholeText(answer);
    for (const [form] of text.matchAll(/<form\b[^>]*method="post"[^>]*>/g)) {
      const [, action = address] = /action="([^"]*)"/.exec(form) ?? [];
      if (isSilent && !fromNowhere.some((path) => path.test(action))) found.push(`${address}: form ${action}`);
    }
    const said = squeezed(text);
    for (const [column, mark] of others)
      if (!may.test(column) && said.includes(squeezed(mark))) found.push(`${address}: ${column}`);
  }
  expect(found).toEqual([]);
});
