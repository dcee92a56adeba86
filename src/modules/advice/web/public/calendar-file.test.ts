import { expect, it } from 'vitest';
import { calendarFile } from './calendar-file.ts';

it('is a calendar that no place can break', () => {
  const file = calendarFile(
    {
      id: 'abc',
      startsAt: Temporal.Instant.from('2026-03-04T08:00:00.123Z'),
      endsAt: Temporal.Instant.from('2026-03-04T08:45:00Z'),
      mode: 'place',
      place: `1, place des Initiatives; porte B\nEND:VEVENT\r\nX:1 ${'é'.repeat(90)}`,
    },
    { name: 'Pôle', origin: 'https://pole.example' },
    Temporal.Instant.from('2026-03-01T08:00:00Z'),
  );
  const lines = file.split('\r\n');
  expect(lines).toContain('DTSTART:20260304T080000Z');
  expect(lines).toContain('DTEND:20260304T084500Z');
  expect(lines).toContain('UID:abc@pole.example');
  expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(file.replaceAll('\r\n ', '')).toContain(
    String.raw`LOCATION:1\, place des Initiatives\; porte B\nEND:VEVENT\nX:1`,
  );
});
