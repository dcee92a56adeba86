import { cleanText, webAddressOf } from './texts-of-part.ts';
import {
  mostComponents,
  mostProblems,
  unsaid,
  type IncomingDate,
  type IncomingEvent,
  type IncomingPlace,
  type Reading,
  type ReadingOptions,
  type ReadingProblem,
} from './incoming-event.ts';
import { zoneNamed } from './zone-names.ts';

type Json = Record<string, unknown>;

/**
 * Reads events of OpenAgenda: the answer of its API v2 (`events`), or the flat records that Opendatasoft makes of them
 * (`records[].fields`, `results`). Null when the value is neither.
 */
export function readOpenAgenda(value: unknown, options: ReadingOptions): Reading | null {
  const list = listIn(value);
  if (!list) return null;
  const problems: ReadingProblem[] = [];
  if (list.length > mostComponents)
    problems.push({ what: 'Agenda trop long', why: `${list.length - mostComponents} événements n’ont pas été lus` });
  const events = list.slice(0, mostComponents).flatMap((item) => {
    if (!isJson(item)) return [];
    const read = eventOf(item, options);
    if (typeof read !== 'string') return [read];
    problems.push({ what: titleOf(item) || 'Un événement sans titre', why: read });
    return [];
  });
  const name = isJson(value) ? wordsOf(value, 'title') : '';
  return { kind: 'openagenda', name, events, problems: problems.slice(0, mostProblems) };
}

function listIn(value: unknown): unknown[] | null {
  if (!isJson(value)) return null;
  const { events, records, results } = value;
  if (Array.isArray(events)) return events;
  if (Array.isArray(records))
    return records.map((record: unknown) => (isJson(record) && isJson(record['fields']) ? record['fields'] : record));
  return Array.isArray(results) ? results : null;
}

function eventOf(item: Json, options: ReadingOptions): IncomingEvent | string {
  const zone = zoneNamed(text(item['timezone'], 60)) ?? options.zone;
  const timings = timingsOf(item['timings'])
    .map((timing) => localTiming(timing, zone))
    .filter((timing) => timing !== null);
  timings.sort((a, b) => (a.starts < b.starts ? -1 : 1));
  const [first, ...more] = timings;
  if (!first) return 'ses dates manquent ou ne sont pas lisibles';
  const isAllDay = timings.every(({ starts, ends }) => isWholeDay(starts, ends));
  const told = ({ starts, ends }: IncomingDate): IncomingDate =>
    isAllDay ? { starts: `${starts.slice(0, 10)}T00:00:00`, ends: null } : { starts, ends };
  const online = webAddressOf(text(item['onlineAccessLink'] ?? item['onlineaccesslink'], 500));
  const mode = codeOf(item['attendanceMode'] ?? item['attendancemode']);
  const conditions = wordsOf(item, 'conditions').slice(0, 255);
  const canonical = webAddressOf(text(item['canonicalUrl'] ?? item['canonicalurl'], 500));
  return {
    ...unsaid,
    uid: text(item['uid'], 100) || canonical || `${titleOf(item)} ${first.starts}`,
    title: titleOf(item) || 'Rendez-vous sans titre',
    brief: wordsOf(item, 'description').slice(0, 280),
    body: longTextOf(item),
    url: canonical,
    place: mode === 2 ? null : placeOf(item),
    attendance: mode === 2 ? 'online' : mode === 3 ? 'mixed' : 'onsite',
    onlineLink: online,
    organizer: text(
      item['originagenda_title'] ?? (isJson(item['originAgenda']) ? item['originAgenda']['title'] : ''),
      160,
    ),
    categories: keywordsOf(item),
    state: states[codeOf(item['status'])] ?? 'confirmed',
    zone,
    isAllDay,
    ...told(first),
    alsoOn: more.map(told),
    isFree: /^\s*(gratuit|entr[ée]e (libre|gratuite)|accès libre)/i.test(conditions),
    conditions,
    registrationUrl: registrationOf(item['registration']),
  };
}

const states: Readonly<Record<number, IncomingEvent['state']>> = {
  3: 'moved_online',
  4: 'postponed',
  5: 'full',
  6: 'cancelled',
};

/** Opendatasoft keeps objects as their text. */
function unwrapped(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function codeOf(value: unknown): number {
  const read = unwrapped(value);
  return Number(isJson(read) ? read['id'] : read) || 1;
}

function timingsOf(value: unknown): { begin: string; end: string }[] {
  const read = unwrapped(value);
  if (!Array.isArray(read)) return [];
  return read
    .slice(0, 800)
    .flatMap((timing: unknown) =>
      isJson(timing) ? [{ begin: text(timing['begin'] ?? timing['start'], 40), end: text(timing['end'], 40) }] : [],
    );
}

function localTiming({ begin, end }: { begin: string; end: string }, zone: string): IncomingDate | null {
  const told = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime();
  try {
    const starts = told(begin);
    const ends = end === '' ? null : told(end);
    return {
      starts: starts.toString(),
      ends: ends && Temporal.PlainDateTime.compare(ends, starts) > 0 ? ends.toString() : null,
    };
  } catch {
    return null;
  }
}

function isWholeDay(starts: string, ends: string | null): boolean {
  return (
    starts.slice(11, 16) === '00:00' &&
    ends !== null &&
    /T23:59/.test(ends) &&
    starts.slice(0, 10) === ends.slice(0, 10)
  );
}

function titleOf(item: Json): string {
  return wordsOf(item, 'title').replaceAll(/\s+/g, ' ').slice(0, 200);
}

/** A text by language, in French or in the first one given; flat in Opendatasoft (`title_fr`). */
function wordsOf(item: Json, name: string): string {
  const value = item[`${name}_fr`] ?? item[name];
  if (!isJson(value)) return text(value, 20_000);
  return text(value['fr'] ?? Object.values(value)[0], 20_000);
}

function longTextOf(item: Json): string {
  const value = item['longdescription_fr'] ?? item['longDescription'];
  return isJson(value) ? text(value['fr'] ?? Object.values(value)[0], 20_000) : text(value, 20_000);
}

function placeOf(item: Json): IncomingPlace | null {
  const nested = isJson(item['location']) ? item['location'] : null;
  const part = (name: string, flat: string) => text(nested ? nested[name] : item[flat], 200);
  const name = part('name', 'location_name');
  if (name === '') return null;
  const city = part('city', 'location_city');
  const postalCode = part('postalCode', 'location_postalcode');
  const street = part('address', 'location_address').replace(new RegExp(`[,\\s]*${postalCode || '\\d{5}'}.*$`), '');
  const point = nested
    ? [nested['latitude'], nested['longitude']]
    : (unwrapped(item['location_coordinates']) as unknown);
  const [lat, lon] = Array.isArray(point) ? point.map(Number) : [];
  const isPoint = Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat ?? 0) <= 90 && Math.abs(lon ?? 0) <= 180;
  return {
    name: name.slice(0, 160),
    street,
    postalCode: /^\d{5}$/.test(postalCode) ? postalCode : '',
    city: city.slice(0, 120),
    lat: isPoint ? (lat ?? null) : null,
    lon: isPoint ? (lon ?? null) : null,
  };
}

function keywordsOf(item: Json): string[] {
  const value = unwrapped(item['keywords_fr'] ?? item['keywords']);
  const list = isJson(value) ? (value['fr'] ?? []) : value;
  const words = Array.isArray(list) ? list : typeof list === 'string' ? list.split(/[;,]/) : [];
  return words
    .map((word: unknown) => text(word, 60))
    .filter(Boolean)
    .slice(0, 20);
}

function registrationOf(value: unknown): string {
  const read = unwrapped(value);
  const list = Array.isArray(read) ? read : typeof read === 'string' ? read.split(/[\s,]+/) : [];
  for (const item of list as unknown[]) {
    const address = webAddressOf(text(isJson(item) ? item['value'] : item, 500));
    if (address !== '') return address;
  }
  return '';
}

function text(value: unknown, longest: number): string {
  return typeof value === 'string' || typeof value === 'number' ? cleanText(String(value), longest) : '';
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
