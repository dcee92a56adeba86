import fc from 'fast-check';

const names = [
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'EXRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'UID',
  'SEQUENCE',
  'STATUS',
  'SUMMARY',
  'LOCATION',
  'GEO',
  'DESCRIPTION',
  'CATEGORIES',
  'ORGANIZER',
  'URL',
  'CLASS',
  'X-MICROSOFT-CDO-ALLDAYEVENT',
];
const values = [
  '20261122',
  '20261122T183000',
  '20261122T183000Z',
  '00000000',
  '99999999T999999Z',
  '20261025T023000',
  'P1D',
  '-P1W',
  'PT999999H',
  '20261101T160000Z/PT1H',
  'FREQ=DAILY',
  'FREQ=WEEKLY;BYDAY=MO,TU;UNTIL=20270101',
  'FREQ=MONTHLY;BYDAY=5FR;BYSETPOS=-1',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=SECONDLY',
  'FREQ=DAILY;COUNT=999999999',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=YEARLY;BYYEARDAY=-366;BYWEEKNO=53',
  'RRULE:RRULE:',
  '',
  '\\',
  '\\n\\;',
  'é🎉\u202e',
  '48.1;-1.6',
  '999;999',
  'PRIVATE',
  'CANCELLED',
  'TRUE',
  '2147483648',
  'https://user@pole.example/',
  'a'.repeat(3000),
];
const parameters = [
  '',
  ';TZID=Europe/Paris',
  ';TZID="Romance Standard Time"',
  ';TZID=',
  ';TZID=../../etc',
  ';VALUE=DATE',
  ';VALUE=PERIOD',
  ';RANGE=THISANDFUTURE',
  ';CN="a:b;c',
  ';X=^n',
  ';"',
];

const line = fc
  .tuple(
    fc.constantFrom(...names),
    fc.constantFrom(...parameters),
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...values) }, fc.string({ unit: 'binary', maxLength: 60 })),
  )
  .map(([name, parameter, value]) => `${name}${parameter}:${value}`);
const edge = fc.constantFrom(
  'BEGIN:VEVENT',
  'END:VEVENT',
  'BEGIN:VCALENDAR',
  'END:VCALENDAR',
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Paris',
  'BEGIN:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VALARM',
  ' folded',
  '\t',
  '',
);

/** A stream of calendars written with no regard for the rules. */
export const broken: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 6, arbitrary: line },
        { weight: 1, arbitrary: edge },
        { weight: 1, arbitrary: fc.constant('END:VEVENT\nBEGIN:VEVENT\nUID:1\nDTSTART:20261122T183000') },
      ),
      { maxLength: 120 },
    ),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([lines, end]) => ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VCALENDAR'].join(end));

const sound = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'X-WR-CALNAME:Agenda',
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Paris',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTART;TZID=Europe/Paris:20261013T183000',
  'DTEND;TZID=Europe/Paris:20261013T203000',
  'RRULE:FREQ=WEEKLY;COUNT=20',
  'EXDATE;TZID=Europe/Paris:20261020T183000',
  'SUMMARY:Permanence',
  'LOCATION:Salle\\, 35150 Janzé',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:1',
  'RECURRENCE-ID;TZID=Europe/Paris:20261027T183000',
  'DTSTART;TZID=Europe/Paris:20261028T183000',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

/** A sound calendar of which bytes were cut, doubled or replaced. */
export const mutated: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.nat(sound.length),
      fc.nat(40),
      fc.constantFrom('cut', 'double', 'noise'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((changes) =>
    changes.reduce((text, [at, length, kind, noise]) => {
      const piece = text.slice(at, at + length);
      const put = kind === 'cut' ? '' : kind === 'double' ? piece + piece : noise;
      return text.slice(0, at) + put + text.slice(at + length);
    }, sound),
  );
