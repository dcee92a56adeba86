import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText, foldLine } from './calendar-line.ts';
import { writeCalendar, type CalendarEntry } from './write-calendar.ts';

const changedAt = Temporal.Instant.from('2026-11-22T09:30:15.5Z');
const entry: CalendarEntry = {
  uid: 'jalon-1@pole.example',
  summary: 'Réunion : épicerie, café ; suite',
  starts: Temporal.PlainDate.from('2026-12-31'),
  changedAt,
};
const written = (more: Partial<CalendarEntry> = {}): string[] =>
  writeCalendar({ name: 'Actions', entries: [{ ...entry, ...more }] })
    .replaceAll('\r\n ', '')
    .split('\r\n');

describe('writeCalendar', () => {
  test('writes what RFC 5545 asks of every calendar and entry, CRLF at each end', () => {
    const text = writeCalendar({ name: 'Actions', entries: [entry] });
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
    expect(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(written()).toEqual(expect.arrayContaining(['UID:jalon-1@pole.example', 'DTSTAMP:20261122T093015Z']));
  });

  test('whole days end the day after, over the year', () => {
    expect(written()).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270101', 'TRANSP:TRANSPARENT']),
    );
    expect(written({ ends: Temporal.PlainDate.from('2027-01-02') })).toContain('DTEND;VALUE=DATE:20270103');
    expect(written({ ends: Temporal.PlainDate.from('2026-01-02') })).toContain('DTEND;VALUE=DATE:20270101');
  });

  test('moments are in UTC, and an end before the start is left out', () => {
    const starts = Temporal.Instant.from('2026-12-01T14:00:00+01:00');
    const lines = written({ starts, ends: starts.add({ minutes: 90 }) });
    expect(lines).toEqual(expect.arrayContaining(['DTSTART:20261201T130000Z', 'DTEND:20261201T143000Z']));
    expect(written({ starts, ends: starts }).some((line) => line.startsWith('DTEND'))).toBe(false);
  });

  test('escapes texts, not addresses; a cancelled entry stays and says so', () => {
    const lines = written({ url: 'https://pole.example/a;b,c\r\nX-EVIL:1', status: 'CANCELLED', sequence: 2 });
    expect(lines).toContain('SUMMARY:Réunion : épicerie\\, café \\; suite');
    expect(lines).toContain('URL:https://pole.example/a;b,cX-EVIL:1');
    expect(lines).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:2']));
  });
});

test('nothing typed can end a line', () => {
  expect(escapeText('a\r\nBEGIN:VEVENT\rb\nc\\;,\u0000\u0007')).toBe('a\\nBEGIN:VEVENT\\nb\\nc\\\\\\;\\,');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\r\n]/.test(escapeText(text))));
});

test('lines are folded at 75 octets between characters, and unfold to what they were', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }).map(escapeText), (text) => {
      const folded = foldLine(`SUMMARY:${text}`);
      const lines = folded.split('\r\n');
      expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      expect(lines.slice(1).every((line) => line.startsWith(' '))).toBe(true);
      expect(folded.replaceAll('\r\n ', '')).toBe(`SUMMARY:${text}`);
    }),
  );
});
