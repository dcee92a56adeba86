import { capitalised } from '#platform/french/index.ts';
import type { Context } from '#platform/context/context.ts';
import { ruleInFrench } from '../../../domain/rule-in-french.ts';
import { datesOfEvent, type DateOfEvent } from '../../../domain/event-time.ts';
import { publicHolidayOn, schoolHolidayOn } from '../../../domain/holidays.ts';
import { eventFields, timeOf, type EventFields } from '../../../event/agenda-event.ts';
import { dayInWords } from '../../../domain/when-in-words.ts';
import type { ClashingDate } from '../../../domain/clash.ts';
import { readAgendaSettings, type AgendaSettings } from '../../../queries/agenda-settings.ts';
import { clashingDates, type Clash } from '../../../queries/office/clashing-dates.ts';
import type { VenueChoice } from '../../../queries/office/venue-choices.ts';

/** What the dates typed come to. */
export interface EventPreview {
  /** « Tous les deuxièmes mardis du mois »; empty when it never repeats. */
  sentence: string;
  /** The next ones, with what falls on them: « mardi 10 novembre (vacances de la Toussaint) ». */
  dates: readonly string[];
  clashes: readonly Clash[];
}

export const nothingToPreview: EventPreview = { sentence: '', dates: [], clashes: [] };

const mostTold = 5;
const mostCompared = 12;

/** What these fields come to: the dates that follow, and what gets in their way. Nothing while they are not understood. */
export async function previewEvent(
  ctx: Context,
  raw: unknown,
  { venue, eventId }: { venue: VenueChoice | null; eventId: string | null },
): Promise<EventPreview> {
  const parsed = eventFields.safeParse(raw);
  if (!parsed.success) return nothingToPreview;
  const fields = parsed.data;
  const time = timeOf(fields, ctx.zone);
  const now = ctx.clock.now().toZonedDateTimeISO(time.zone).toPlainDateTime();
  const today = now.toPlainDate();
  const from = Temporal.PlainDateTime.compare(time.starts, now) > 0 ? time.starts : today.toPlainDateTime();
  const dates = datesOfEvent(time, { after: from, before: from.add({ years: 2 }) }).filter(
    ({ lastOn }) => Temporal.PlainDate.compare(lastOn, today) >= 0,
  );
  const settings = await readAgendaSettings(ctx.db);
  const compared = dates.slice(0, mostCompared).map((date) => comparable(date, fields, venue));
  const isSeries = fields.rule !== null || fields.alsoOn.length > 0;
  return {
    sentence: fields.rule === null ? '' : capitalised(ruleInFrench(fields.rule, time.starts)),
    dates: dates
      .slice(0, isSeries ? mostTold : 1)
      .map(({ startsOn }) => dayWithHolidays(startsOn, today, time.zone, settings)),
    clashes: await clashingDates(ctx, compared, eventId),
  };
}

function comparable(date: DateOfEvent, fields: EventFields, venue: VenueChoice | null): ClashingDate {
  return {
    ...date,
    place: venue && { venueId: venue.id, insee: venue.insee, longitude: venue.lon, latitude: venue.lat },
    type: fields.type,
    audiences: fields.audiences,
    themes: fields.themes,
    organizations: fields.organizers.flatMap(({ organizationId }) => organizationId ?? []),
    isOwn: fields.isOwn,
  };
}

function dayWithHolidays(
  day: Temporal.PlainDate,
  today: Temporal.PlainDate,
  zone: string,
  { schoolZone }: AgendaSettings,
): string {
  const holidays = [publicHolidayOn(day, zone), schoolZone && schoolHolidayOn(day, schoolZone)?.name].filter(Boolean);
  return holidays.length > 0 ? `${dayInWords(day, today)} (${holidays.join(', ')})` : dayInWords(day, today);
}
