import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCalendar } from '#platform/calendar/write-calendar.ts';
import { datesOfEvent } from '../../domain/event-time.ts';
import { eventFields, timeOf, type EventInput } from '../../event/agenda-event.ts';
import { incomingDates } from '../../imports/read/incoming-dates.ts';
import { readIcal } from '../../imports/read/read-ical.ts';
import type { CalendarEvent } from '../../queries/feeds/calendar-events.ts';
import { eventEntries } from './event-entries.ts';

const window = {
  after: Temporal.PlainDateTime.from('2026-01-01T00:00'),
  before: Temporal.PlainDateTime.from('2029-01-01T00:00'),
};
const changedAt = Temporal.Instant.from('2026-01-01T00:00:00Z');
const zones = ['Europe/Paris', 'Indian/Reunion', 'America/Cayenne', 'America/New_York', 'Pacific/Noumea'] as const;

const day = fc
  .integer({ min: 0, max: 700 })
  .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString());
const hour = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`);
const weekdays = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1, maxLength: 3 });
const rule = fc.oneof(
  fc.constant(null),
  fc
    .tuple(weekdays, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 40 }))
    .map(([days, interval, count]) => `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days.join(',')};COUNT=${count}`),
  fc
    .tuple(fc.constantFrom('2TU', '-1FR', '1SA'), day)
    .map(([place, until]) => `FREQ=MONTHLY;BYDAY=${place};UNTIL=${until.replaceAll('-', '')}T235959`),
  day.map((until) => `FREQ=DAILY;INTERVAL=9;UNTIL=${until.replaceAll('-', '')}`),
  fc.constant('FREQ=YEARLY'),
);
const fields: fc.Arbitrary<EventInput> = fc
  .record({
    title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).filter((text) => /\p{L}/u.test(text)),
    brief: fc.string({ unit: 'grapheme', maxLength: 120 }),
    zone: fc.constantFrom(...zones),
    startsOn: day,
    startsAt: fc.option(hour),
    endsAt: hour,
    rule,
    alsoOn: fc.array(fc.record({ on: day, from: fc.option(hour), to: fc.constant(null) }), { maxLength: 3 }),
    isEndSaid: fc.boolean(),
  })
  .map(({ isEndSaid, endsAt, alsoOn, ...rest }) => ({
    ...rest,
    alsoOn: rest.startsAt === null ? alsoOn.map(({ on }) => ({ on, from: null, to: null })) : alsoOn,
    endsAt: isEndSaid && rest.startsAt !== null ? endsAt : null,
  }));

test('what is written for calendars and read again gives the same dates', () => {
  fc.assert(
    fc.property(fields, fc.array(fc.nat(60), { maxLength: 3 }), (input, ranks) => {
      const kept = eventFields.parse(input);
      const zone = kept.zone ?? 'Europe/Paris';
      const all = datesOfEvent(timeOf(kept, zone), window);
      const except =
        kept.rule === null ? [] : [...new Set(ranks)].flatMap((rank) => all[rank]?.originalLocal.toString() ?? []);
      const told = { ...kept, exceptOn: except };
      const dates = datesOfEvent(timeOf(told, zone), window);
      const id = '0190a3c0-0000-7000-8000-000000000001';
      const of = {
        event: {
          id,
          slug: 'x',
          fields: told,
          zone,
          sequence: 3,
          origin: null,
          createdAt: changedAt,
          updatedAt: changedAt,
        },
        venue: null,
        organizers: [],
        hasPicture: false,
        dates: dates.map((date, index) => ({
          ...date,
          id: `${index}`,
          isCancelled: index === 1,
          isMoved: false,
          title: null,
          note: '',
          venueId: null,
          venue: null,
          updatedAt: changedAt,
        })),
      } as unknown as CalendarEvent;
      const text = writeCalendar({
        name: 'A',
        entries: eventEntries(of, { origin: 'https://pole.example', hubName: 'Pôle' }),
      });
      const read = readIcal(text, { zone: 'Europe/Paris', now: '2026-01-01T00:00:00Z' });
      expect(read.problems).toEqual([]);
      const back = read.events.flatMap((event) => incomingDates(event, window));
      const said = (
        list: readonly {
          startsAt: Temporal.Instant;
          endsAt: Temporal.Instant;
          startsOn: Temporal.PlainDate;
          lastOn: Temporal.PlainDate;
          isAllDay: boolean;
          isCancelled: boolean;
        }[],
      ) =>
        list.map((date) =>
          date.isAllDay
            ? `${date.startsOn.toString()} ${date.lastOn.toString()} ${date.isCancelled}`
            : `${date.startsAt.toString()} ${date.endsAt.toString()} ${date.isCancelled}`,
        );
      // A lone date says it is called off by the state of its event.
      expect(said(back)).toEqual(said(of.dates));
      const collapse = (words: string) => words.replaceAll(/\s+/g, ' ').trim();
      if (read.events.length > 0) expect(read.events[0]?.title).toBe(collapse(kept.title));
    }),
    {
      numRuns: 300,
      examples: [
        // The date taken out falls in the hour that daylight saving skips.
        [
          {
            title: 'A',
            brief: '',
            zone: 'America/New_York',
            startsOn: '2026-01-04',
            startsAt: '02:00',
            rule: 'FREQ=DAILY;INTERVAL=9;UNTIL=20260308',
            alsoOn: [],
            endsAt: null,
          },
          [7],
        ],
      ],
    },
  );
});
