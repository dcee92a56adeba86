import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { createOutbound } from '#platform/outbound/outbound.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { startHttpServer } from '#tests/support/fakes/http-server.ts';
import { saveEvent } from '../commands/save-event.ts';
import { listedOccurrences } from '../queries/listed-occurrences.ts';
import { readEvent } from '../queries/stored-event.ts';
import { changeSource, detachEvent } from './commands/change-source.ts';
import { saveSource } from './commands/save-source.ts';
import { eventsOfSource } from './queries/events-of-source.ts';
import { dueSources, readSource, sourcesOfEvents } from './queries/sources.ts';
import { followSource } from './read-now.ts';

let database: TestDatabase;
let team: Context;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  team = contextOf(database, await newHub(database), actorWith('employee'));
});

const day = (days: number) => Temporal.Now.plainDateISO('Europe/Paris').add({ days }).toString().replaceAll('-', '');
const iso = (days: number) => Temporal.Now.plainDateISO('Europe/Paris').add({ days }).toString();
const event = (uid: string, title: string, more: string[] = []) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `SUMMARY:${title}`,
  `DTSTART;TZID=Europe/Paris:${day(10)}T180000`,
  'LOCATION:La Halle\\, 35150 Janzé',
  ...more,
  'END:VEVENT',
];
const calendar = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', 'X-WR-CALNAME:Partenaire', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');

/** A partner whose calendar the test changes. */
async function partner(first: string) {
  const said = { text: first, status: 200, etag: '"1"' };
  const server = await startHttpServer((request: IncomingMessage, response: ServerResponse) => {
    if (request.headers['if-none-match'] === said.etag) return response.writeHead(304).end();
    return response.writeHead(said.status, { 'content-type': 'text/calendar', etag: said.etag }).end(said.text);
  });
  let tag = 1;
  return {
    server,
    url: `${server.url}/agenda.ics`,
    say(text: string, status = 200) {
      tag += 1;
      Object.assign(said, { text, status, etag: `"${tag}"` });
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
const deps = { organizations: { named: async () => new Map(), find: async () => [], byNames: async () => new Map() } };

async function follow(url: string, port: number, more: object = {}) {
  const { id } = unwrap(
    await execute(team, saveSource, {
      id: null,
      version: null,
      fields: { name: 'Le partenaire', url, trust: 'publish', ...more },
    }),
  );
  const outbound = createOutbound({ userAgent: 'Essaim/essai', loopbackPortsForTests: [port] });
  const ask = async () => {
    const source = await readSource(team.db, id);
    if (source) await followSource({ ...team, actor: null }, deps, { outbound }, source);
    return readSource(team.db, id);
  };
  return { id, ask };
}
const titles = async () =>
  (await listedOccurrences(team.db, {}, { limit: 50 })).map(({ title, state }) =>
    state === 'confirmed' ? title : `${title} (${state})`,
  );

describe('a calendar that is followed', () => {
  test('brings what is new, follows what changes, and calls off what vanishes', async () => {
    await using site = await partner(
      calendar(
        event('1', 'Troc de plantes'),
        event('2', 'Bal folk'),
        event('3', 'Vieux', []).map((line) => line.replace(day(10), day(-300))),
      ),
    );
    const { id, ask } = await follow(site.url, site.server.port);
    expect((await ask())?.report).toMatchObject({ found: 3, taken: 2, added: 2 });
    expect((await titles()).toSorted()).toEqual(['Bal folk', 'Troc de plantes']);
    expect((await ask())?.report).toMatchObject({ added: 2 });
    expect(site.server.requests).toHaveLength(2);
    site.say(
      calendar(
        event('1', 'Grand troc de plantes', ['SEQUENCE:1']),
        event('2', 'Bal folk', ['STATUS:CANCELLED', 'SEQUENCE:1']),
      ),
    );
    expect((await ask())?.report).toMatchObject({ added: 0, changed: 2 });
    expect((await titles()).toSorted()).toEqual(['Bal folk (cancelled)', 'Grand troc de plantes']);
    site.say(calendar(event('1', 'Troc de plantes', ['SEQUENCE:0']), event('4', 'Nouveau')));
    await ask();
    // An older telling is not believed.
    expect(await titles()).toContain('Grand troc de plantes');
    site.say(calendar(event('4', 'Nouveau')));
    expect((await ask())?.report).toMatchObject({ cancelled: 1 });
    expect((await titles()).toSorted()).toEqual([
      'Bal folk (cancelled)',
      'Grand troc de plantes (cancelled)',
      'Nouveau',
    ]);
    site.say(calendar());
    expect((await ask())?.problem).toContain('vide');
    expect(await titles()).toContain('Nouveau');
    expect(await eventsOfSource(team.db, id, 10)).toHaveLength(3);
  });

  test('what the team wrote stays, field by field, and a detached event is hers', async () => {
    await using site = await partner(calendar(event('1', 'Troc de plantes')));
    const { ask } = await follow(site.url, site.server.port);
    await ask();
    const [date] = await listedOccurrences(team.db, {}, { limit: 1 });
    const eventId = date?.eventId ?? '';
    const stored = await readEvent(team.db, eventId);
    unwrap(
      await execute(team, saveEvent, {
        id: eventId,
        version: stored?.version ?? 0,
        act: 'publish',
        fields: { ...stored?.fields, title: 'Le troc du printemps' },
      }),
    );
    site.say(
      calendar(
        event('1', 'Troc aux plantes', [
          'SEQUENCE:1',
          'DESCRIPTION:Venez avec vos pots.',
          `DTEND;TZID=Europe/Paris:${day(10)}T200000`,
        ]),
      ),
    );
    await ask();
    const after = await readEvent(team.db, eventId);
    expect(after?.fields).toMatchObject({ title: 'Le troc du printemps', endsAt: '20:00' });
    expect(after?.fields.body).toContain('Venez avec vos pots.');
    unwrap(await execute(team, detachEvent, { eventId, isDetached: true }));
    site.say(calendar(event('1', 'Troc', ['SEQUENCE:2', 'STATUS:CANCELLED'])));
    await ask();
    expect((await readEvent(team.db, eventId))?.fields.state).toBe('confirmed');
  });

  test('a series keeps its exceptions: one date moved, one called off, one that is none', async () => {
    const series = event('1', 'Chorale', ['RRULE:FREQ=DAILY;COUNT=4', `EXDATE;TZID=Europe/Paris:${day(13)}T180000`]);
    const changed = (days: number, ...lines: string[]) =>
      event('1', 'Chorale', [`RECURRENCE-ID;TZID=Europe/Paris:${day(days)}T180000`, 'SEQUENCE:1', ...lines]).map(
        (line) =>
          lines.length === 0
            ? line
                .replace('T180000', 'T200000')
                .replace(/(RECURRENCE-ID.*)T200000/, '$1T180000')
                .replace(day(10), day(days))
            : line.replace(`DTSTART;TZID=Europe/Paris:${day(10)}`, `DTSTART;TZID=Europe/Paris:${day(days)}`),
      );
    await using site = await partner(calendar(series, changed(11), changed(12, 'STATUS:CANCELLED')));
    const { ask } = await follow(site.url, site.server.port);
    await ask();
    const told = async () =>
      (await listedOccurrences(team.db, {}, { limit: 9 })).map(
        ({ startsAt, state }) =>
          `${startsAt.toZonedDateTimeISO('Europe/Paris').toPlainDateTime().toString().slice(0, 16)}${state === 'cancelled' ? ' annulé' : ''}`,
      );
    expect(await told()).toEqual([`${iso(10)}T18:00`, `${iso(11)}T20:00`, `${iso(12)}T18:00 annulé`]);
    site.say(calendar(series));
    await ask();
    expect(await told()).toEqual([`${iso(10)}T18:00`, `${iso(11)}T18:00`, `${iso(12)}T18:00`]);
  });

  test('told by two sources an event stands once, with both named, and stays when one forgets it', async () => {
    await using one = await partner(calendar(event('a', 'Bourse aux vélos')));
    await using other = await partner(calendar(event('b', 'La bourse aux vélos')));
    const first = await follow(one.url, one.server.port);
    const second = await follow(other.url, other.server.port, { name: 'La mairie' });
    await first.ask();
    expect((await second.ask())?.report).toMatchObject({ added: 0, joined: 1 });
    const [date] = await listedOccurrences(team.db, {}, { limit: 5 });
    expect(await titles()).toEqual(['Bourse aux vélos']);
    const sources = await sourcesOfEvents(team.db, [date?.eventId ?? '']);
    expect(sources.get(date?.eventId ?? '')?.map(({ name }) => name)).toEqual(['Le partenaire', 'La mairie']);
    one.say(calendar(event('x', 'Autre chose')));
    await first.ask();
    expect(await titles()).toContain('Bourse aux vélos');
  });

  test('only what the hub asked for is taken; without trust the team reads first', async () => {
    await using site = await partner(calendar(event('1', 'Atelier vélo'), event('2', 'Réunion du bureau')));
    const { id, ask } = await follow(site.url, site.server.port, { trust: 'propose', words: 'velo, couture' });
    expect((await ask())?.report).toMatchObject({ found: 2, taken: 1, added: 1 });
    expect(await titles()).toEqual([]);
    expect((await eventsOfSource(team.db, id, 5)).map(({ title, status }) => [title, status])).toEqual([
      ['Atelier vélo', 'proposed'],
    ]);
  });

  test('one that fails is asked less and less, told in words, and put aside after twenty', async () => {
    await using site = await partner(calendar(event('1', 'Troc')));
    const { id, ask } = await follow(site.url, site.server.port);
    site.say('Bonjour');
    const failed = await ask();
    expect(failed).toMatchObject({ failures: 1, isPaused: false });
    expect(failed?.problem).toContain('ne donne ni calendrier');
    expect(await dueSources(team.db, Temporal.Now.instant().add({ minutes: 60 }))).toEqual([]);
    for (let tries = 0; tries < 19; tries += 1) await ask();
    expect(await readSource(team.db, id)).toMatchObject({ failures: 20, isPaused: true });
    unwrap(await execute(team, changeSource, { id, act: 'resume' }));
    expect(await dueSources(team.db, Temporal.Now.instant())).toHaveLength(1);
  });

  test('an address inside the network is never reached', async () => {
    await using site = await partner(calendar(event('1', 'Secret')));
    const outbound = createOutbound({ userAgent: 'Essaim/essai' });
    for (const url of [
      site.url,
      `http://[::ffff:127.0.0.1]:${site.server.port}/`,
      'http://169.254.169.254/',
      'http://0x7f000001/',
      'http://2130706433/',
      'webcal://localhost/a.ics',
      'https://10.0.0.1/',
      'http://[::1]/',
    ]) {
      const saved = await execute(team, saveSource, { id: null, version: null, fields: { name: 'Ruse', url } });
      const source = saved.ok ? await readSource(team.db, saved.value.id) : null;
      if (source) await followSource(team, deps, { outbound }, source);
      expect(source === null || (await readSource(team.db, source.id))?.problem).toBeTruthy();
    }
    expect(site.server.connections()).toBe(0);
    expect(await titles()).toEqual([]);
  });

  test('nobody but the team decides what is followed', async () => {
    const member = { ...team, actor: actorWith('member') };
    const fields = { name: 'X', url: 'https://partenaire.example/a.ics' };
    expect(await execute(member, saveSource, { id: null, version: null, fields })).toMatchObject({
      ok: false,
      reason: 'forbidden',
    });
  });
});
