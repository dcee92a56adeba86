import { mostDates } from '../../domain/recurrence.ts';
import { valueOf, type CalendarPart, type PartProperty } from './calendar-parts.ts';
import type { FileZones } from './file-zones.ts';
import { unsaid, type IncomingDate, type IncomingEvent } from './incoming-event.ts';
import { firstMoment, momentsOf, periodEnds, readDuration, type ReadMoment } from './moments.ts';
import { readIncomingRule } from './read-rule.ts';
import { cleanText, organizerOf, textOf, webAddressOf, whereOf } from './texts-of-part.ts';

/** A component of a calendar before those of one series are put together. */
export interface ReadComponent {
  event: IncomingEvent;
  /** The start it stands for, as written; null for a series or a lone event. */
  replaces: ReadMoment | null;
  isForFollowing: boolean;
  /** Further rules of the same series. */
  moreRules: readonly string[];
  exceptRules: readonly string[];
  except: readonly ReadMoment[];
  warnings: readonly string[];
}

const utcUnlessRepeated = (isRepeated: boolean, zone: string) => (isRepeated ? 'UTC' : zone);

/** Reads an event; a text when it cannot be one. */
export function readComponent(part: CalendarPart, zones: FileZones): ReadComponent | string {
  const start = firstMoment(part, 'dtstart');
  if (!start) return 'sa date de début manque ou n’est pas lisible';
  const warnings: string[] = [];
  if (part.badLines > 0) warnings.push('une partie n’est pas lisible et a été laissée');
  const ruleTexts = (part.properties.get('rrule') ?? []).map(({ values }) => String(values[0]));
  const isRepeated = ruleTexts.length > 0 || part.properties.has('rdate');
  const zone = zoneOf(start, zones, isRepeated, warnings);
  const isAllDay = start.isDate || isMarkedWholeDay(part, start);
  const local = (moment: ReadMoment) => localIn(moment, zone, zones);
  const first = isAllDay ? midnight(start.local) : local(start);
  const ends = endOf(part, start, { isAllDay, first, local });
  const read = (text: string) => readIncomingRule(text, { local: first, isAllDay, zone, ownZone: zones.own });
  const rules = ruleTexts.map(read);
  if (rules.includes(null)) warnings.push('sa répétition n’est pas comprise : seule la première date est gardée');
  const [rule = null, ...moreRules] = rules.filter((text) => text !== null);
  const where = whereOf(part);
  const event: IncomingEvent = {
    ...unsaid,
    uid: textOf(part, 'uid', 300),
    sequence: sequenceOf(part),
    title: textOf(part, 'summary', 200).replaceAll(/\s+/g, ' ') || 'Rendez-vous sans titre',
    body: textOf(part, 'description', 20_000),
    url: webAddressOf(textOf(part, 'url', 500)),
    place: where.place,
    attendance: where.isOnline ? (where.place ? 'mixed' : 'online') : 'onsite',
    onlineLink: where.onlineLink,
    organizer: organizerOf(part),
    categories: categoriesOf(part),
    state: stateOf(textOf(part, 'status', 40)),
    zone,
    isAllDay,
    starts: first.toString(),
    ends: ends?.toString() ?? null,
    rule,
    alsoOn: furtherDates(part, { isAllDay, first, ends, local }),
  };
  return {
    event,
    replaces: firstMoment(part, 'recurrence-id'),
    isForFollowing: rangeOf(part) === 'THISANDFUTURE',
    moreRules,
    exceptRules: (part.properties.get('exrule') ?? []).flatMap(({ values }) => read(String(values[0])) ?? []),
    except: (part.properties.get('exdate') ?? []).flatMap(momentsOf),
    warnings,
  };
}

function zoneOf(start: ReadMoment, zones: FileZones, isRepeated: boolean, warnings: string[]): string {
  // A series told in UTC stays there: its hour moves with the clocks, as its source says.
  if (start.isUtc) return utcUnlessRepeated(isRepeated, zones.usual);
  if (start.isDate || start.zoneName === null) return zones.usual;
  const found = zones.find(start.zoneName);
  if (found === null)
    warnings.push(`son fuseau horaire « ${cleanText(start.zoneName, 60)} » n’est pas connu : celui du pôle est pris`);
  return found ?? zones.usual;
}

/** A moment on the clocks of another zone. */
export function localIn(moment: ReadMoment, zone: string, zones: FileZones): Temporal.PlainDateTime {
  const own = moment.isUtc ? 'UTC' : moment.zoneName === null || moment.isDate ? null : zones.find(moment.zoneName);
  if (own === null || own === zone) return moment.local;
  return moment.local.toZonedDateTime(own).withTimeZone(zone).toPlainDateTime();
}

interface Frame {
  isAllDay: boolean;
  first: Temporal.PlainDateTime;
  local: (moment: ReadMoment) => Temporal.PlainDateTime;
}

function endOf(
  part: CalendarPart,
  start: ReadMoment,
  { isAllDay, first, local }: Frame,
): Temporal.PlainDateTime | null {
  const end = firstMoment(part, 'dtend');
  const written = valueOf(part, 'duration');
  const duration = end ? null : readDuration(written);
  const until = end ? (isAllDay ? midnight(end.local) : local(end)) : duration && first.add(duration);
  return until && endAfter(first, until, isAllDay || start.isDate);
}

/** Whole days are told with the day after; an end that is not after the start says nothing. */
function endAfter(
  first: Temporal.PlainDateTime,
  until: Temporal.PlainDateTime,
  isAllDay: boolean,
): Temporal.PlainDateTime | null {
  if (Temporal.PlainDateTime.compare(until, first) <= 0) return null;
  if (!isAllDay) return until;
  const last = midnight(until).subtract({ days: 1 });
  return Temporal.PlainDateTime.compare(last, first) > 0 ? last : null;
}

function furtherDates(
  part: CalendarPart,
  { isAllDay, first, ends, local }: Frame & { ends: Temporal.PlainDateTime | null },
): IncomingDate[] {
  const length = ends && first.until(ends, { largestUnit: 'day' });
  const dates = (part.properties.get('rdate') ?? []).flatMap((property: PartProperty) => {
    const until = periodEnds(property);
    return momentsOf(property).map((moment, index) => {
      // A date alone among hours keeps the hour of the first.
      const at = isAllDay
        ? midnight(local(moment))
        : moment.isDate
          ? local(moment).withPlainTime(first.toPlainTime())
          : local(moment);
      const end = until[index];
      const own = !end ? null : end instanceof Temporal.Duration ? at.add(end) : local(end);
      const usual = length && at.add(length);
      return { starts: at.toString(), ends: ((own && endAfter(at, own, isAllDay)) ?? usual)?.toString() ?? null };
    });
  });
  return dates.slice(0, mostDates);
}

/** Outlook writes whole days as midnights, and says so. */
function isMarkedWholeDay(part: CalendarPart, { local }: ReadMoment): boolean {
  const said = textOf(part, 'x-microsoft-cdo-alldayevent', 10) || textOf(part, 'x-funambol-allday', 10);
  return /^(true|1)$/i.test(said) && local.equals(midnight(local));
}

function midnight(local: Temporal.PlainDateTime): Temporal.PlainDateTime {
  return local.toPlainDate().toPlainDateTime();
}

function sequenceOf(part: CalendarPart): number {
  const sequence = Number(part.properties.get('sequence')?.[0]?.values[0] ?? 0);
  return Number.isSafeInteger(sequence) && sequence >= 0 ? Math.min(sequence, 2_147_483_647) : 0;
}

function stateOf(status: string): IncomingEvent['state'] {
  const word = status.toUpperCase();
  return word === 'CANCELLED' ? 'cancelled' : word === 'TENTATIVE' ? 'tentative' : 'confirmed';
}

function categoriesOf(part: CalendarPart): string[] {
  const all = (part.properties.get('categories') ?? []).flatMap(({ values }) =>
    values.map((value) => cleanText(String(value), 60)),
  );
  return [...new Set(all.filter(Boolean))].slice(0, 20);
}

function rangeOf(part: CalendarPart): string {
  const range = part.properties.get('recurrence-id')?.[0]?.parameters['range'];
  return typeof range === 'string' ? range.toUpperCase() : '';
}
