import { calendarContentType, writeCalendar } from '#platform/calendar/write-calendar.ts';
import type { Reader } from '#platform/db/database.ts';
import { calendarDate } from '../../queries/feeds/calendar-events.ts';
import { dateEntry, type CalendarSpeaker } from './event-entries.ts';

/** A file to join to a letter: what `MailBody.attachments` takes. */
export interface CalendarFile {
  filename: string;
  contentType: string;
  text: string;
}

/**
 * The calendar file of one date, whether everyone may read its event or not. A later one of the same date takes the
 * place of the first in the calendar where it was put; a date called off says so. Null when the date is gone.
 */
export async function calendarFileOf(
  { db }: { readonly db: Reader },
  occurrenceId: string,
  speaker: CalendarSpeaker,
): Promise<CalendarFile | null> {
  const found = await calendarDate(db, occurrenceId);
  if (!found) return null;
  const { of, date } = found;
  const name = date.title ?? of.event.fields.title;
  return {
    filename: `${of.event.slug}.ics`,
    contentType: calendarContentType,
    text: writeCalendar({ name, entries: [dateEntry(of, date, speaker)] }),
  };
}
