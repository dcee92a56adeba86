import { eq } from 'drizzle-orm';
import { calendarFileOf, readEvent, whenInWords, type CalendarFile } from '#modules/agenda/index.ts';
import { venues } from '#modules/agenda/tables.ts';
import type { Context } from '#platform/context/context.ts';
import type { Reader } from '#platform/db/database.ts';
import type { RegistrationState } from '../domain/registration-states.ts';
import type { HeldSeats, SeatKind } from '../domain/seats.ts';
import { seatsInWords } from '../domain/workshops.ts';
import type { RegisteredDates } from './registered-date.ts';

/** When and where, in words, for letters and private pages. */
export interface ToldDates {
  readonly title: string;
  readonly when: readonly string[];
  readonly place: string;
  readonly onlineLink: string;
}

/** Where and when one goes, the link to join included: for those who are registered only. */
export async function toldDates(
  { db, zone, clock }: Pick<Context, 'zone' | 'clock'> & { db: Reader },
  dates: RegisteredDates,
): Promise<ToldDates> {
  const event = await readEvent(db, dates.eventId);
  const today = clock.now().toZonedDateTimeISO(zone).toPlainDate();
  const venueId = dates.dates[0]?.venueId ?? null;
  const isOnline = event?.fields.attendance === 'online';
  const [venue] = venueId && !isOnline ? await db.select().from(venues).where(eq(venues.id, venueId)) : [];
  const city = venue ? [venue.postalCode, venue.city].filter(Boolean).join(' ') : '';
  return {
    title: dates.title,
    when: dates.dates.map((date) => whenInWords(date, { today, zone })),
    place: isOnline ? '' : [venue?.name, venue?.street, city, event?.fields.placeNote].filter(Boolean).join(', '),
    onlineLink: event && event.fields.attendance !== 'onsite' ? event.fields.onlineLink : '',
  };
}

/** The workshops of those who come, for their calendar: « Amel : Conter, de 14 h à 15 h ». */
export function workshopNote(
  { seatKinds }: { seatKinds: readonly SeatKind[] },
  rows: readonly (HeldSeats & { name: string; state: RegistrationState })[],
): string {
  return rows
    .filter(({ state, workshops }) => state === 'confirmed' && workshops.length > 0)
    .map((row) => `${row.name} : ${seatsInWords(seatKinds, row)}`)
    .join('\n');
}

/** One calendar file for all the dates one registered for. */
export async function calendarOf(
  db: Reader,
  dates: RegisteredDates,
  hub: { origin: string; name: string },
  note = '',
): Promise<CalendarFile | null> {
  const speaker = { origin: hub.origin, hubName: hub.name, forRegistered: true, note };
  const files: CalendarFile[] = [];
  for (const { id } of dates.dates.slice(0, 40)) {
    const file = await calendarFileOf({ db }, id, speaker);
    if (file) files.push(file);
  }
  const [first, ...others] = files;
  if (!first) return null;
  const entries = others.flatMap(({ text }) => text.match(/BEGIN:VEVENT\r\n[\s\S]*?END:VEVENT\r\n/g) ?? []);
  return { ...first, text: first.text.replace(/END:VCALENDAR\r\n$/, `${entries.join('')}END:VCALENDAR\r\n`) };
}
