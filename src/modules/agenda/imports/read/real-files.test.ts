import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { incomingDates } from './incoming-dates.ts';
import { readApart } from './read-apart.ts';
import { readSource } from './read-source.ts';

const shared = fileURLToPath(new URL('../../../../../../shared/data/', import.meta.url));
const absent = !existsSync(join(shared, 'agenda/ics'));
const options = { zone: 'Europe/Paris', now: '2026-11-22T12:00:00Z' };
const window = {
  after: Temporal.PlainDateTime.from('1900-01-01T00:00'),
  before: Temporal.PlainDateTime.from('2028-11-22T00:00'),
};

/** File, events, dates, the first and the last of them, and how many things could not be read: counted by hand. */
const expected: readonly [string, number, number, string, string, number][] = [
  ['ical.js__blank_description.ics', 1, 1, '2012-06-30T13:00Z', '2012-06-30T13:00Z', 0],
  ['ical.js__forced_types.ics', 1, 1, '2012-09-04T07:00Z', '2012-09-04T07:00Z', 0],
  ['ical.js__multiple_rrules.ics', 1, 36, '2012-03-26T18:00Z', '2012-07-29T18:00Z', 0],
  ['ical.js__parserv2.ics', 1, 750, '2012-09-11T17:30Z', '2015-07-27T17:30Z', 0],
  ['ical.js__recur_instances_finite.ics', 1, 5, '2012-10-02T17:00Z', '2012-12-04T18:00Z', 0],
  ['icalendar__alarm_google_future.ics', 1, 1, '2024-10-04T18:15Z', '2024-10-04T18:15Z', 0],
  ['icalendar__america_new_york_forward_reference.ics', 1, 1, '2014-08-29T12:00Z', '2014-08-29T12:00Z', 0],
  ['icalendar__issue_156_RDATE_with_PERIOD_TZID_khal_2.ics', 1, 4, '2021-11-01T15:00Z', '2022-02-07T15:00Z', 0],
  ['icalendar__issue_722_timezone_transition_ambiguity.ics', 4, 4, '2024-03-03T07:00Z', '2024-08-03T06:00Z', 4],
  ['icalendar__rfc_7529.ics', 4, 4, '2012-02-28T23:00Z', '2014-02-07T23:00Z', 4],
  ['icalendar__rfc_7986_image.ics', 0, 0, '', '', 2],
  ['icalendar__timezone_rdate.ics', 1, 1, '2012-02-13T09:00Z', '2012-02-13T09:00Z', 1],
  ['ics-parser__ICal.ics', 19, 999, '1941-05-12T00:00Z', '2038-02-01T00:00Z', 2],
  ['jours-feries-france-data__jours_feries_alsace-moselle.ics', 143, 143, '2020-12-31T23:00Z', '2031-12-25T23:00Z', 0],
  ['jours-feries-france-data__jours_feries_metropole.ics', 121, 121, '2020-12-31T23:00Z', '2031-12-24T23:00Z', 0],
  ['node-ical__badRRULE.ics', 3, 1490, '2020-09-03T15:40Z', '2023-09-15T05:20Z', 1],
  ['node-ical__biweekly-exdate-until.ics', 2, 611, '2017-02-16T15:00Z', '2028-11-21T14:00Z', 0],
  ['node-ical__dst-transition-rules.ics', 1, 1, '2022-10-09T08:00Z', '2022-10-09T08:00Z', 0],
  ['node-ical__event-organizer-cn.ics', 1, 1, '2013-04-18T18:00Z', '2013-04-18T18:00Z', 0],
  ['node-ical__exchange_whole_day_moved_recurrence.ics', 1, 52, '2026-02-18T23:00Z', '2026-08-17T22:00Z', 0],
  ['node-ical__festival-multiday-rrule.ics', 126, 157, '2011-08-03T22:00Z', '2013-01-10T23:00Z', 0],
  ['node-ical__google-recurrence-order.ics', 1, 3, '2026-02-10T17:00Z', '2026-02-12T17:00Z', 0],
  ['node-ical__meetup-timed-tz.ics', 1, 1, '2011-11-10T02:00Z', '2011-11-10T02:00Z', 0],
  ['node-ical__ms_timezones.ics', 4, 372, '2020-06-09T07:00Z', '2021-03-09T20:00Z', 0],
  ['node-ical__non-utc-until.ics', 1, 53, '2024-01-01T09:00Z', '2024-12-30T09:00Z', 0],
  ['node-ical__sabredav-school-holidays.ics', 1, 1, '2018-07-01T22:00Z', '2018-07-01T22:00Z', 0],
  ['node-ical__tripit-location-escaping.ics', 47, 47, '2011-10-10T22:00Z', '2012-01-06T03:09Z', 0],
  ['node-ical__utf8-french-calendar.ics', 0, 0, '', '', 0],
  ['node-ical__vfreebusy-zimbra.ics', 0, 0, '', '', 0],
  ['node-ical__whole_day_moved_over_dst_change_berlin.ics', 1, 3, '2024-10-26T22:00Z', '2024-10-29T23:00Z', 0],
  ['python-recurring-ical-events__discourse_no_dtend.ics', 4, 4, '2019-01-17T17:00Z', '2019-05-11T11:00Z', 0],
  ['python-recurring-ical-events__fablab_cottbus.ics', 28, 158, '2016-12-03T13:00Z', '2028-11-04T13:00Z', 0],
  [
    'python-recurring-ical-events__issue_163_deleted_modification.ics',
    1,
    75,
    '2024-07-28T22:00Z',
    '2028-11-19T23:00Z',
    0,
  ],
  ['python-recurring-ical-events__issue_18_cancel_status.ics', 1, 3, '2020-01-28T21:00Z', '2020-01-30T21:00Z', 0],
  [
    'python-recurring-ical-events__issue_28_rrule_with_UTC_endinginZ.ics',
    2,
    26,
    '2020-04-01T22:00Z',
    '2020-09-23T22:00Z',
    0,
  ],
  ['python-recurring-ical-events__issue_62_moved_event_2.ics', 2, 6, '2023-08-08T04:00Z', '2023-08-23T14:00Z', 0],
  ['python-recurring-ical-events__machbar_16_feb_2019.ics', 58, 3356, '2017-06-29T17:00Z', '2028-11-17T07:30Z', 0],
  [
    'python-recurring-ical-events__x_wr_timezone_simple_events_issue_59.ics',
    2,
    2,
    '2021-12-22T17:00Z',
    '2021-12-23T02:00Z',
    0,
  ],
];

describe.skipIf(absent)(
  `calendars of others (${absent ? 'absent: ../shared/data was not found' : 'of ../shared/data'})`,
  () => {
    test.each(expected)('%s', (file, events, dates, first, last, problems) => {
      const reading = readSource(readFileSync(join(shared, 'agenda/ics', file)), options);
      const all = (reading?.events ?? [])
        .flatMap((event) => incomingDates(event, window))
        .sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
      const told = (at: Temporal.Instant | undefined) => (at ? `${at.toString().slice(0, 16)}Z` : '');
      expect([reading?.events.length, all.length, told(all[0]?.startsAt), told(all.at(-1)?.startsAt)]).toEqual([
        events,
        dates,
        first,
        last,
      ]);
      expect(reading?.problems).toHaveLength(problems);
      expect(JSON.stringify(reading?.events.map((event) => ({ ...event, body: '' })))).not.toMatch(
        /[\w.]+@(gmail|mozilla|bar)\.com"/,
      );
    });

    test('every file is in the table', () => {
      expect(readdirSync(join(shared, 'agenda/ics'))).toEqual(expected.map(([file]) => file));
    });

    test('what was moved or called off is, and what was taken out is not there', () => {
      const startsIn = (file: string) =>
        (readSource(readFileSync(join(shared, 'agenda/ics', file)), options)?.events ?? []).flatMap((event) =>
          incomingDates(event, window).map(
            ({ startsAt, isCancelled }) =>
              startsAt.toZonedDateTimeISO(event.zone).toPlainDateTime().toString().slice(0, 16) +
              (isCancelled ? ' annulé' : ''),
          ),
        );
      expect(startsIn('node-ical__google-recurrence-order.ics')).toEqual([
        '2026-02-10T10:00',
        '2026-02-11T10:30',
        '2026-02-12T10:00',
      ]);
      expect(startsIn('python-recurring-ical-events__issue_18_cancel_status.ics')).toEqual([
        '2020-01-28T22:00',
        '2020-01-29T22:00 annulé',
        '2020-01-30T22:00',
      ]);
      expect(startsIn('node-ical__whole_day_moved_over_dst_change_berlin.ics')).toEqual([
        '2024-10-27T00:00',
        '2024-10-29T00:00',
        '2024-10-30T00:00',
      ]);
      const exchange = startsIn('node-ical__exchange_whole_day_moved_recurrence.ics');
      expect(exchange).toContain('2026-02-27T00:00');
      expect(exchange).not.toContain('2026-02-26T00:00');
      expect(startsIn('python-recurring-ical-events__issue_163_deleted_modification.ics')).not.toContain(
        '2024-08-19T00:00',
      );
      expect(startsIn('icalendar__issue_156_RDATE_with_PERIOD_TZID_khal_2.ics')).toEqual([
        '2021-11-01T16:00',
        '2021-12-06T16:00',
        '2022-01-03T16:00',
        '2022-02-07T16:00',
      ]);
    });

    test('OpenAgenda: every timing is a date, with its place, read in a worker', async () => {
      const bytes = readFileSync(join(shared, 'openagenda/opendatasoft-evenements-publics-20.json'));
      const read = await readApart(bytes, options);
      const events = read.ok ? read.reading.events : [];
      expect(events.map(({ alsoOn }) => 1 + alsoOn.length)).toEqual([
        2, 3, 1, 2, 1, 3, 32, 1, 32, 32, 32, 1, 1, 1, 32, 1, 1, 32, 1, 2,
      ]);
      expect(events[0]).toMatchObject({
        uid: '52614576',
        starts: '2026-03-18T09:00:00',
        ends: '2026-03-18T17:00:00',
        alsoOn: [{ starts: '2026-03-19T09:00:00', ends: '2026-03-19T16:00:00' }],
        place: { name: 'Paris - Porte de Versailles', city: 'Paris', postalCode: '75015' },
        organizer: 'SolutionsCSE',
      });
    });
  },
);
