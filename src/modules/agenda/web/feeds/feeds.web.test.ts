import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { saveEvent } from '../../commands/save-event.ts';
import { saveVenue } from '../../commands/venues/save-venue.ts';
import type { EventInput } from '../../event/agenda-event.ts';

let site: TestSite;
let hub: TestHub;
let ctx: Context;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub('Pôle du Semnon');
  ctx = await hub.context((await hub.person('employee')).actor);
});
afterAll(() => site.close());

const inDays = (days: number) => Temporal.Now.plainDateISO('Europe/Paris').add({ days }).toString();

async function add(fields: Partial<EventInput> & { title: string }, act: 'publish' | 'keep' = 'publish') {
  const whole = { startsOn: inDays(7), startsAt: '18:30', ...fields };
  return unwrap(await execute(ctx, saveEvent, { id: null, version: null, act, fields: whole }));
}

async function calendar(path: string): Promise<{ response: Response; text: string; events: ICAL.Component[] }> {
  const response = await hub.get(path);
  const text = await response.text();
  const events = response.status === 200 ? new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent') : [];
  return { response, text, events };
}
const titles = (events: ICAL.Component[]) =>
  events
    .map((event) => event.getFirstPropertyValue('summary')?.toString())
    .toSorted((a, b) => String(a).localeCompare(String(b)));

test('the calendar of the hub holds what is public, with what was called off, and never a private word', async () => {
  const { id: venueId } = unwrap(
    await execute(ctx, saveVenue, {
      id: null,
      version: null,
      fields: { name: 'La Halle', postalCode: '35150', city: 'Janzé' },
    }),
  );
  await add({ title: 'Apéro, des voisins', type: 'aperitif', venueId, contactEmail: 'camille@pole.example' });
  await add({ title: 'Brouillon secret' }, 'keep');
  await add({ title: 'Visite annulée', type: 'visit', state: 'cancelled', onlineLink: 'https://visio.example/cache' });
  await add({ title: 'Trop vieux', startsOn: inDays(-200) });
  const { response, text, events } = await calendar('/agenda.ics');
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(titles(events)).toEqual(['Apéro, des voisins', 'Visite annulée']);
  const cancelled = events.find((event) => event.getFirstPropertyValue('status') === 'CANCELLED');
  expect(cancelled?.getFirstPropertyValue('summary')).toBe('Visite annulée');
  expect(text).toContain('DTSTART;TZID=Europe/Paris:');
  expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  for (const secret of ['camille@', 'visio.example', 'VALARM', 'secret', 'mailto']) expect(text).not.toContain(secret);
  expect(titles((await calendar('/agenda/type/aperitif.ics')).events)).toEqual(['Apéro, des voisins']);
  expect(titles((await calendar('/agenda.ics?type=visite')).events)).toEqual(['Visite annulée']);
  expect(titles((await calendar('/agenda/communes/35136.ics')).events)).toEqual(['Apéro, des voisins']);
  expect((await hub.get('/agenda/type/inconnu.ics')).status).toBe(404);
  expect((await hub.get('/agenda/communes/00000.ics')).status).toBe(404);
  expect((await hub.get('/annuaire/personne/agenda.ics')).status).toBe(404);
});

test('a reader that has the calendar is told that nothing changed, until something does', async () => {
  const { response } = await calendar('/agenda.ics');
  const etag = response.headers.get('etag') ?? '';
  const again = await hub.send('/agenda.ics', { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  await add({ title: 'Nouveau rendez-vous' });
  expect((await hub.send('/agenda.ics', { headers: { 'if-none-match': etag } })).status).toBe(200);
});

test('a series is one entry; one of its dates is a file of its own; a draft has no file', async () => {
  const { slug } = await add({ title: 'Permanence', type: 'drop_in', rule: 'FREQ=WEEKLY;COUNT=4' });
  const { events } = await calendar(`/agenda/${slug}.ics`);
  expect(events).toHaveLength(1);
  expect(String(events[0]?.getFirstPropertyValue('rrule'))).toBe('FREQ=WEEKLY;COUNT=4');
  const one = await calendar(`/agenda/${slug}.ics?date=${inDays(14)}T18:30`);
  expect(one.events.map((event) => String(event.getFirstPropertyValue('dtstart')))).toEqual([`${inDays(14)}T18:30:00`]);
  expect((await hub.get(`/agenda/${slug}.ics?date=${inDays(15)}T18:30`)).status).toBe(404);
  const draft = await add({ title: 'Pas encore' }, 'keep');
  expect((await hub.get(`/agenda/${draft.slug}.ics`)).status).toBe(404);
});

test('the same dates as a table, as JSON, as OpenAgenda writes them, and for feed readers', async () => {
  const csv = await (await hub.get('/agenda.csv?type=permanence')).text();
  expect(csv.trim().split('\r\n')).toHaveLength(5);
  const { dates } = (await (await hub.get('/api/agenda.json?type=permanence')).json()) as {
    dates: { start: string }[];
  };
  expect(dates.map(({ start }) => start.slice(0, 16))).toEqual([7, 14, 21, 28].map((days) => `${inDays(days)}T18:30`));
  const page = (await (await hub.get('/agenda/openagenda.json?size=1')).json()) as {
    total: number;
    after: string[];
    events: { timings: object[] }[];
  };
  expect(page.events).toHaveLength(1);
  const next = (await (await hub.get(`/agenda/openagenda.json?size=300&after[]=${page.after[0]}`)).json()) as {
    after: null;
    events: object[];
  };
  expect([next.events.length, next.after]).toEqual([page.total - 1, null]);
  for (const format of ['rss', 'atom', 'json']) {
    const text = await (await hub.get(`/agenda.${format}`)).text();
    expect(text.match(/Permanence/g)?.length).toBeGreaterThan(0);
    expect(text).not.toContain('Brouillon secret');
  }
});

test('a calendar of one’s own holds what was chosen, with an alarm, until it is closed', async () => {
  const page = await (await hub.get('/agenda/abonnement')).text();
  expect(page).toContain(`${hub.origin}/agenda.ics`);
  const opened = await hub.post('/agenda/abonnement', { type: 'drop_in', rappel: '60' });
  const path = opened.headers.get('location') ?? '';
  expect(path).toMatch(/^\/agenda\/mon-agenda\/[\w-]{64}$/);
  const { response, text, events } = await calendar(`${path}.ics`);
  expect(response.headers.get('cache-control')).toContain('no-store');
  expect(titles(events)).toEqual(['Permanence']);
  expect(text).toContain('TRIGGER:-PT60M');
  expect(await (await hub.get(path)).text()).toContain(`${hub.origin}${path}.ics`);
  const other = await site.hub('Un autre pôle');
  expect((await other.get(`${path}.ics`)).status).toBe(404);
  expect((await hub.get(`${path.slice(0, -1)}.ics`)).status).toBe(404);
  await hub.post(path, {});
  expect([(await hub.get(path)).status, (await hub.get(`${path}.ics`)).status]).toEqual([404, 404]);
});

test('the team tries an address of elsewhere from its pages, and nobody else sees them', async () => {
  const cookie = await hub.signIn('employee');
  expect((await hub.get('/gestion/agenda/sources', await hub.signIn('member'))).status).toBe(404);
  expect(await (await hub.get('/gestion/agenda/sources', cookie)).text()).toContain('Aucun calendrier suivi');
  const tried = await hub.post(
    '/gestion/agenda/sources/ajouter',
    { acte: 'essayer', url: 'http://127.0.0.1/agenda.ics' },
    cookie,
  );
  expect([tried.status, (await tried.text()).includes('réseau privé')]).toEqual([422, true]);
  const text = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    'SUMMARY:Foire bio',
    `DTSTART:${inDays(9).replaceAll('-', '')}T100000`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\n');
  const file = new File([text], 'foire.ics', { type: 'text/calendar' });
  const sent = await hub.post(
    '/gestion/agenda/sources/fichier',
    { name: 'La foire', file, trust: 'publish', defaultType: 'market', perimeter: 'public' },
    cookie,
  );
  expect(sent.status).toBe(303);
  const source = sent.headers.get('location') ?? '';
  expect(await (await hub.get(source, cookie)).text()).toContain('Foire bio');
  expect(titles((await calendar('/agenda/type/marche-foire.ics')).events)).toEqual(['Foire bio']);
});
