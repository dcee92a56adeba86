import type { SlotMoment } from '../../domain/slot-in-words.ts';

/** An appointment as iCalendar (RFC 5545), in universal time so that every calendar sets it right. */
export function calendarFile(
  slot: SlotMoment & { id: string },
  hub: { name: string; origin: string },
  now: Temporal.Instant,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Essaim//FR',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${slot.id}@${new URL(hub.origin).hostname}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(slot.startsAt)}`,
    `DTEND:${stamp(slot.endsAt)}`,
    `SUMMARY:${escaped(`Rendez-vous avec ${hub.name}`)}`,
    ...(slot.place ? [`LOCATION:${escaped(slot.place)}`] : []),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(`Rendez-vous avec ${hub.name}`)}`,
    'TRIGGER:-PT1H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function stamp(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(/[;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|[\r\n\u2028\u2029]/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, ' ');
}

/** Lines of at most 75 bytes, cut between letters. */
function folded(line: string): string {
  const rows: string[] = [];
  let row = '';
  for (const letter of line) {
    if (Buffer.byteLength(row + letter) > 74) {
      rows.push(row);
      row = ' ';
    }
    row += letter;
  }
  return [...rows, row].join('\r\n');
}
