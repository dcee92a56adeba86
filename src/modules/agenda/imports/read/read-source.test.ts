import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading } from './incoming-event.ts';
import { incomingDates } from './incoming-dates.ts';
import { readApart } from './read-apart.ts';
import { readSource } from './read-source.ts';
import { broken, mutated } from './hostile-calendars.ts';

const options = { zone: 'Europe/Paris', now: '2026-11-22T12:00:00Z' };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string): Reading | null => readSource(bytes(text), options);
const window = {
  after: Temporal.PlainDateTime.from('2026-01-01T00:00'),
  before: Temporal.PlainDateTime.from('2028-01-01T00:00'),
};
const ics = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\n');
const starts = (text: string) =>
  (read(text)?.events ?? []).flatMap((event) =>
    incomingDates(event, window).map(({ startsAt }) =>
      startsAt.toZonedDateTimeISO('Europe/Paris').toPlainDateTime().toString().slice(0, 16),
    ),
  );

describe('calendars as they are met', () => {
  test('one bad event never loses the others, and is named', () => {
    const reading = read(
      ics(
        ['UID:1', 'SUMMARY:Sans date'],
        ['UID:2', 'SUMMARY:Bonne', 'DTSTART:20261201T180000'],
        ['UID:3', 'SUMMARY:Répétition folle', 'DTSTART:20261202T180000', 'RRULE:FREQ=SECONDLY'],
        ['UID:4', 'SUMMARY:Impossible', 'DTSTART:20261332T180000'],
      ),
    );
    expect(reading?.events.map(({ title }) => title)).toEqual(['Bonne', 'Répétition folle']);
    expect(reading?.problems.map(({ what }) => what)).toEqual(['Sans date', 'Répétition folle', 'Impossible']);
  });

  test('« this and following » cuts a series in two', () => {
    const text = ics(
      [
        'UID:a',
        'SUMMARY:Chorale',
        'DTSTART;TZID=Europe/Paris:20261201T180000',
        'DTEND;TZID=Europe/Paris:20261201T190000',
        'RRULE:FREQ=WEEKLY;COUNT=5',
      ],
      [
        'UID:a',
        'SUMMARY:Chorale',
        'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20261215T180000',
        'DTSTART;TZID=Europe/Paris:20261215T200000',
        'DTEND;TZID=Europe/Paris:20261215T210000',
      ],
    );
    expect(starts(text)).toEqual([
      '2026-12-01T18:00',
      '2026-12-08T18:00',
      '2026-12-15T20:00',
      '2026-12-22T20:00',
      '2026-12-29T20:00',
    ]);
  });

  test('a rule that ends in UTC, an excepted day, a moved one and one more', () => {
    const text = ics(
      [
        'UID:a',
        'SUMMARY:Marché',
        'DTSTART;TZID=Romance Standard Time:20261005T180000',
        'DURATION:PT1H30M',
        'RRULE:FREQ=WEEKLY;UNTIL=20261102T170000Z',
        'EXDATE;VALUE=DATE:20261012',
        'RDATE;TZID=Europe/Paris:20261107T100000',
      ],
      ['UID:a', 'RECURRENCE-ID:20261019T160000Z', 'SUMMARY:Marché', 'DTSTART;TZID=Europe/Paris:20261020T180000'],
    );
    expect(starts(text)).toEqual([
      '2026-10-05T18:00',
      '2026-10-20T18:00',
      '2026-10-26T18:00',
      '2026-11-02T18:00',
      '2026-11-07T10:00',
    ]);
  });

  test('never keeps who was invited, nor what is private', () => {
    const reading = read(
      ics(
        [
          'UID:1',
          'SUMMARY:Réunion',
          'DTSTART:20261201T180000',
          'ORGANIZER;CN=camille@pole.example:mailto:camille@pole.example',
          'ATTENDEE;CN=Dominique:mailto:dominique@pole.example',
        ],
        ['UID:2', 'SUMMARY:Chez le médecin', 'CLASS:PRIVATE', 'DTSTART:20261201T180000'],
      ),
    );
    expect(reading?.events).toHaveLength(1);
    expect(JSON.stringify(reading)).not.toMatch(/camille|dominique|médecin/i);
  });

  test('a page that describes its events, one of them online', () => {
    const event = {
      '@type': 'Event',
      name: 'F&ecirc;te &amp; bal',
      startDate: '2026-12-05T20:00:00+01:00',
      endDate: '2026-12-06T01:00+01:00',
      eventStatus: 'https://schema.org/EventCancelled',
      location: { '@type': 'Place', name: 'La Halle', address: { postalCode: '35150', addressLocality: 'Janzé' } },
    };
    const html = `<html><title>Agenda</title><script type="application/ld+json">{bad</script><script type='application/ld+json'>${JSON.stringify({ '@graph': [event, { '@type': 'Organization' }] })}</script>`;
    const reading = read(html);
    expect(reading).toMatchObject({
      kind: 'page',
      name: 'Agenda',
      events: [
        {
          starts: '2026-12-05T20:00:00',
          ends: '2026-12-06T01:00:00',
          state: 'cancelled',
          place: { name: 'La Halle', city: 'Janzé' },
        },
      ],
    });
    expect(reading?.problems).toHaveLength(1);
  });
});

describe('hostile calendars', () => {
  test('nothing that is written or broken at random stops the reading', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(broken, mutated), (text) => {
        const begun = performance.now();
        const reading = read(text);
        for (const event of reading?.events ?? []) incomingDates(event, window);
        expect(performance.now() - begun).toBeLessThan(2000);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 150) },
    );
  });

  test(
    'what is neither calendar, agenda nor page is refused; what is too long is not read',
    { timeout: 20_000 },
    async () => {
      expect(await readApart(bytes('Bonjour'), options)).toEqual({ ok: false, reason: 'not_a_calendar' });
      expect(await readApart(new Uint8Array(2_000_001), options)).toEqual({ ok: false, reason: 'too_large' });
      const endless = ics(
        ...Array.from({ length: 1900 }, (_, index) => [
          `UID:${index}`,
          'DTSTART:20200101T000000',
          'RRULE:FREQ=DAILY',
          'RRULE:FREQ=DAILY;BYMONTHDAY=31',
          'EXRULE:FREQ=DAILY;INTERVAL=2',
        ]),
      );
      expect(await readApart(bytes(endless), options, { timeMs: 300, memoryMb: 256 })).toEqual({
        ok: false,
        reason: 'too_long_to_read',
      });
      expect(await readApart(bytes(endless), options, { timeMs: 20_000, memoryMb: 8 })).toMatchObject({ ok: false });
    },
  );
});
