import {
  changeDate,
  countOccurrences,
  occurrencesOf,
  readEvent,
  saveEvent,
  saveVenue,
  type EventInput,
} from '#modules/agenda/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { typography } from '#platform/french/index.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { htmlFromPlainText } from '#platform/rich-text/index.ts';
import { demoCancelledDate, demoEvents, demoVenues, type DemoEvent } from './demo-events.ts';
import { pictureOf, type DemoNames } from './fill-news.ts';
import { daysBefore, nextWeekday } from './moments.ts';

/** Fills the agenda: places, a year of events past and coming, one date called off. Answers the events' ids by title. */
export async function fillEvents(ctx: Context, names: DemoNames): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  // There already: an earlier filling was interrupted after this one.
  if ((await countOccurrences(ctx.db, {})) > 0) return ids;
  const places = await addVenues(daysBefore(ctx, 400), names);
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  for (const event of demoEvents) {
    const fields = fieldsOf(event, today, names, places);
    // Announced a month before, at the latest last week.
    const then = daysBefore(ctx, Math.max(7, 30 - event.inDays));
    const saved = unwrap(await execute(then, saveEvent, { id: null, version: null, act: 'publish', fields }));
    ids.set(event.title, saved.id);
  }
  await callOneOff(ctx, ids.get(demoCancelledDate.title) ?? '');
  return ids;
}

async function addVenues(ctx: Context, { organizations }: DemoNames): Promise<ReadonlyMap<string, string>> {
  const places = new Map<string, string>();
  for (const { of, note = '', ...venue } of demoVenues) {
    const fields = {
      ...venue,
      organizationId: of === undefined ? null : (organizations.get(of) ?? null),
      access: typography(venue.access),
      accessibilityNote: typography(note),
    };
    places.set(venue.name, unwrap(await execute(ctx, saveVenue, { id: null, version: null, fields })).id);
  }
  return places;
}

function fieldsOf(
  event: DemoEvent,
  today: Temporal.PlainDate,
  names: DemoNames,
  places: ReadonlyMap<string, string>,
): EventInput {
  const first = nextWeekday(today.add({ days: event.inDays }), event.on);
  const start = event.rule?.includes('2TU') ? secondTuesday(first) : first;
  const [contactName = '', contactPhone = ''] = event.contact ?? [];
  return {
    title: typography(event.title),
    brief: typography(event.brief),
    body: htmlFromPlainText(typography(event.text ?? '')),
    type: event.type,
    state: event.state ?? 'confirmed',
    stateNote: typography(event.stateNote ?? ''),
    isOwn: event.of === undefined,
    perimeter: event.perimeter ?? 'declared',
    organizers: (event.of ?? []).map((name) => ({ name, organizationId: names.organizations.get(name) ?? null })),
    startsOn: start.toString(),
    startsAt: event.from ?? null,
    endsOn: event.lasts === undefined ? null : start.add({ days: event.lasts }).toString(),
    endsAt: event.to ?? null,
    rule: event.rule ?? null,
    attendance: event.attendance ?? 'onsite',
    onlineLink: event.onlineLink ?? '',
    venueId: event.venue === undefined ? null : (places.get(event.venue) ?? null),
    isFree: event.isFree ?? false,
    conditions: typography(event.conditions ?? ''),
    audiences: [...(event.audiences ?? [])],
    themes: (event.themes ?? []).flatMap((label) => names.themes.get(label) ?? []),
    ...pictureOf(names, event.photo),
    contactName,
    contactPhone,
    contactEmail: event.contact ? 'agenda@pole-vallons.example' : '',
  };
}

function secondTuesday(date: Temporal.PlainDate): Temporal.PlainDate {
  return nextWeekday(date.with({ day: 8 }), 2);
}

/** Calls off the first date, ten days from now, of one series. */
async function callOneOff(ctx: Context, eventId: string): Promise<void> {
  const soon = ctx.clock.now().add({ hours: 24 * 10 });
  const event = await readEvent(ctx.db, eventId);
  const dates = await occurrencesOf(ctx.db, { eventIds: [eventId] });
  const date = dates.find(({ startsAt }) => Temporal.Instant.compare(startsAt, soon) > 0);
  if (!event || !date) return;
  const { startsAt, endsAt } = event.fields;
  unwrap(
    await execute(ctx, changeDate, {
      id: eventId,
      version: event.version,
      occurrenceId: date.id,
      when: { startsOn: date.startsOn.toString(), startsAt, endsOn: null, endsAt },
      isCancelled: true,
      title: '',
      note: typography(demoCancelledDate.note),
      venueId: event.fields.venueId,
    }),
  );
}
