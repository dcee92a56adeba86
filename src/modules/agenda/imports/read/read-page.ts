import { htmlEntities } from './html-entities.ts';
import {
  mostProblems,
  unsaid,
  type IncomingEvent,
  type IncomingPlace,
  type Reading,
  type ReadingOptions,
  type ReadingProblem,
} from './incoming-event.ts';
import { cleanText, placeNamed, webAddressOf } from './texts-of-part.ts';

type Json = Record<string, unknown>;
const mostScripts = 50;
const deepest = 8;

/** Reads the events that a page describes for search engines (schema.org Event in JSON-LD). */
export function readPage(html: string, options: ReadingOptions): Reading {
  const problems: ReadingProblem[] = [];
  const found: Json[] = [];
  const scripts = html.matchAll(
    /<script\b[^>]{0,300}type\s*=\s*["']?application\/ld\+json["']?[^>]{0,300}>([\s\S]*?)<\/script\s*>/gi,
  );
  for (const [index, script] of [...scripts].slice(0, mostScripts).entries()) {
    try {
      gather(JSON.parse(script[1] ?? '') as unknown, found, 0);
    } catch {
      problems.push({ what: `Description n° ${index + 1} de la page`, why: 'elle n’est pas lisible' });
    }
  }
  const events = found.flatMap((item) => {
    const read = eventOf(item, options);
    if (typeof read !== 'string') return [read];
    problems.push({ what: words(item['name'], 80) || 'Un événement sans titre', why: read });
    return [];
  });
  const title = /<title[^>]{0,200}>([^<]{0,300})/i.exec(html)?.[1] ?? '';
  return { kind: 'page', name: words(htmlEntities(title), 160), events, problems: problems.slice(0, mostProblems) };
}

/** Events at any depth: lists, graphs, places that hold events. */
function gather(value: unknown, found: Json[], depth: number): void {
  if (depth > deepest || found.length >= 500) return;
  if (Array.isArray(value)) for (const item of value as unknown[]) gather(item, found, depth + 1);
  if (!isJson(value)) return;
  const type = [value['@type']].flat().map(String);
  if (type.some((name) => /(?:^|[/:])\w*Event$|Festival$/.test(name)) && value['startDate'] !== undefined) {
    found.push(value);
    return;
  }
  for (const name of ['@graph', 'itemListElement', 'item', 'event', 'events', 'subEvent', 'mainEntity'])
    gather(value[name], found, depth + 1);
}

function eventOf(item: Json, { zone }: ReadingOptions): IncomingEvent | string {
  const starts = momentOf(item['startDate'], zone);
  if (!starts) return 'sa date de début n’est pas lisible';
  const ends = momentOf(item['endDate'], zone);
  const isAllDay = starts.isDate;
  const last = ends && Temporal.PlainDateTime.compare(ends.local, starts.local) > 0 ? ends.local : null;
  const title = words(item['name'], 200).replaceAll(/\s+/g, ' ');
  const url = webAddressOf(words(item['url'], 500));
  const mode = words(item['eventAttendanceMode'], 200);
  const locations = [item['location']].flat();
  const online = locations.filter(isJson).find((one) => one['@type'] === 'VirtualLocation');
  const offers = [item['offers']].flat().find(isJson);
  return {
    ...unsaid,
    uid: words(item['@id'], 300) || `${url} ${title} ${starts.local.toString()}`.trim(),
    title: title || 'Rendez-vous sans titre',
    body: words(item['description'], 20_000),
    url,
    place: locations.map(placeOf).find((place) => place !== null) ?? null,
    attendance: mode.includes('Mixed')
      ? 'mixed'
      : mode.includes('Online') || (online && locations.length === 1)
        ? 'online'
        : 'onsite',
    onlineLink: online ? webAddressOf(words(online['url'], 500)) : '',
    organizer: organizerOf(item['organizer']),
    state: stateOf(words(item['eventStatus'], 200)),
    zone,
    isAllDay,
    starts: starts.local.toString(),
    ends: last && isAllDay ? last.toPlainDate().toPlainDateTime().toString() : (last?.toString() ?? null),
    isFree: item['isAccessibleForFree'] === true || words(offers?.['price'], 20) === '0',
    registrationUrl: offers ? webAddressOf(words(offers['url'], 500)) : '',
  };
}

/** ISO 8601: a day, a local time, or a moment with its offset. */
function momentOf(value: unknown, zone: string): { local: Temporal.PlainDateTime; isDate: boolean } | null {
  const text = words(value, 40).replace(/^(\d{4}-\d{2}-\d{2}) (\d)/, '$1T$2');
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text))
      return { local: Temporal.PlainDate.from(text).toPlainDateTime(), isDate: true };
    if (/T.*(Z|[+-]\d{2}:?\d{2})$/i.test(text))
      return { local: Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDateTime(), isDate: false };
    return { local: Temporal.PlainDateTime.from(text), isDate: false };
  } catch {
    return null;
  }
}

function placeOf(value: unknown): IncomingPlace | null {
  if (typeof value === 'string')
    return value.trim() === '' ? null : { ...placeNamed(words(value, 400)), lon: null, lat: null };
  if (!isJson(value) || value['@type'] === 'VirtualLocation') return null;
  const address = isJson(value['address']) ? value['address'] : {};
  const geo = isJson(value['geo']) ? value['geo'] : {};
  const [lat, lon] = [Number(geo['latitude'] ?? Number.NaN), Number(geo['longitude'] ?? Number.NaN)];
  const isPoint = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  const written = typeof value['address'] === 'string' ? placeNamed(words(value['address'], 400)) : null;
  const name = words(value['name'], 160) || written?.name || words(address['addressLocality'], 120);
  if (name === '') return null;
  return {
    name,
    street: words(address['streetAddress'], 200) || written?.street || '',
    postalCode: /^\d{5}$/.exec(words(address['postalCode'], 12))?.[0] ?? written?.postalCode ?? '',
    city: words(address['addressLocality'], 120) || written?.city || '',
    lat: isPoint ? lat : null,
    lon: isPoint ? lon : null,
  };
}

function organizerOf(value: unknown): string {
  const first = [value].flat()[0];
  const name = words(isJson(first) ? first['name'] : first, 160);
  return name.includes('@') || /^https?:/.test(name) ? '' : name;
}

function stateOf(status: string): IncomingEvent['state'] {
  if (status.includes('Cancelled')) return 'cancelled';
  if (status.includes('Postponed')) return 'postponed';
  return status.includes('MovedOnline') ? 'moved_online' : 'confirmed';
}

function words(value: unknown, longest: number): string {
  return typeof value === 'string' || typeof value === 'number' ? cleanText(htmlEntities(String(value)), longest) : '';
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
