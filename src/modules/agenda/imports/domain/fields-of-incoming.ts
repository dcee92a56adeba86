import { cleanHtml, htmlFromPlainText, longestRichText, textOfHtml } from '#platform/rich-text/index.ts';
import type { EventType } from '../../domain/event-types.ts';
import type { Perimeter } from '../../domain/perimeters.ts';
import { readRule, untilOf } from '../../domain/recurrence.ts';
import type { EventInput } from '../../event/agenda-event.ts';
import type { IncomingDate, IncomingEvent } from '../read/incoming-event.ts';
import { guessType } from './guess-type.ts';

/** What the hub adds to what a source says. */
export interface SourceChoices {
  defaultType: EventType;
  perimeter: Perimeter;
  organizers: { organizationId: string | null; name: string }[];
  themes: string[];
  audiences: string[];
  venueId: string | null;
}

const mostFurther = 100;

/** An event of elsewhere as the agenda keeps it, cut to what its fields hold. */
export function fieldsOfIncoming(event: IncomingEvent, choices: SourceChoices, today: string): EventInput {
  const { defaultType, ...own } = choices;
  const body = bodyOf(event.body);
  return {
    ...own,
    title: event.title.slice(0, 200),
    brief: event.brief.slice(0, 280),
    body,
    type: guessType(event.title, event.categories) ?? defaultType,
    state: event.state,
    isOwn: false,
    zone: event.zone,
    ...periodOf(event),
    rule: event.rule,
    alsoOn: furtherDates(event, today),
    exceptOn: [...event.exceptOn],
    attendance: own.venueId === null && event.attendance === 'mixed' ? 'online' : event.attendance,
    venueId: event.attendance === 'online' ? null : own.venueId,
    onlineLink: event.onlineLink,
    // Whatever a public calendar says was said to everyone.
    isLinkPublic: event.onlineLink !== '',
    isFree: event.isFree,
    conditions: event.conditions.slice(0, 255),
    registrationUrl: event.registrationUrl,
  };
}

function bodyOf(text: string): string {
  const html = /<(?:p|br|a|b|strong|ul|ol|li|div|span|em|i|h[1-6])\b/i.test(text)
    ? cleanHtml(text)
    : htmlFromPlainText(text);
  return html.length > longestRichText ? htmlFromPlainText(textOfHtml(html).slice(0, longestRichText / 2)) : html;
}

function periodOf({
  isAllDay,
  starts,
  ends,
}: IncomingEvent): Pick<EventInput, 'startsOn' | 'startsAt' | 'endsOn' | 'endsAt'> {
  const [startsOn, from] = parts(starts);
  if (isAllDay) {
    const [last] = ends === null ? [null] : parts(ends);
    return { startsOn, startsAt: null, endsOn: last === startsOn ? null : last, endsAt: null };
  }
  if (ends === null || ends.slice(0, 16) === starts.slice(0, 16))
    return { startsOn, startsAt: from, endsOn: null, endsAt: null };
  const [endsOn, until] = parts(ends);
  const nights = Temporal.PlainDate.from(startsOn).until(endsOn).days;
  // The editor finds by itself the night after.
  const isFound = nights === 0 || (nights === 1 && until <= from);
  return { startsOn, startsAt: from, endsOn: isFound ? null : endsOn, endsAt: until };
}

/** Those still to come first, when there are more than an event holds. */
function furtherDates({ alsoOn, isAllDay }: IncomingEvent, today: string): NonNullable<EventInput['alsoOn']> {
  const kept =
    alsoOn.length <= mostFurther
      ? alsoOn
      : [
          ...alsoOn.filter(({ starts }) => starts >= today),
          ...alsoOn.filter(({ starts }) => starts < today).toReversed(),
        ];
  return kept
    .slice(0, mostFurther)
    .toSorted((a, b) => (a.starts < b.starts ? -1 : 1))
    .map((date) => furtherDate(date, isAllDay));
}

function furtherDate({ starts, ends }: IncomingDate, isAllDay: boolean) {
  const [on, from] = parts(starts);
  return { on, from: isAllDay ? null : from, to: isAllDay || ends === null ? null : parts(ends)[1] };
}

const parts = (local: string): [string, string] => [local.slice(0, 10), local.slice(11, 16)];

/** Whether something of it is still to come on this day. */
export function isComing({ starts, ends, rule, alsoOn, overrides }: IncomingEvent, today: string): boolean {
  const last = [starts, ends, ...alsoOn.map((date) => date.starts), ...overrides.map((date) => date.starts)].some(
    (at) => at !== null && at.slice(0, 10) >= today,
  );
  if (last || rule === null) return last;
  const read = readRule(rule);
  const until = read && untilOf(read);
  return !until || until.toPlainDate().toString() >= today;
}
