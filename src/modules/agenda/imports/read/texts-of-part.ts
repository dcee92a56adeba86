import { findMunicipality } from '#platform/geo/index.ts';
import { valueOf, type CalendarPart } from './calendar-parts.ts';
import type { IncomingPlace } from './incoming-event.ts';

/** The text of a property, without what has no place in one; empty when it is not there. */
export function textOf(part: CalendarPart, name: string, longest: number): string {
  const value = part.properties.get(name)?.[0]?.values[0];
  return typeof value === 'string' ? cleanText(value, longest) : '';
}

export function cleanText(text: string, longest: number): string {
  const clean = text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- they have no place in a text.
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim();
  return clean.length > longest ? `${clean.slice(0, longest - 1).trimEnd()}…` : clean;
}

/** Who organises, by name only: an address of mail is never kept. */
export function organizerOf(part: CalendarPart): string {
  const said = part.properties.get('organizer')?.[0]?.parameters['cn'];
  const name = typeof said === 'string' ? cleanText(said, 160) : '';
  return /@|^\(omitted\)$|^[*]/.test(name) ? '' : name;
}

/** A web address, or nothing. */
export function webAddressOf(text: string): string {
  const url = URL.parse(text.trim().slice(0, 500));
  return url && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' ? url.href : '';
}

const onlineWords = /^(en ligne|online|visio(conf[ée]rence)?|zoom|teams|jitsi|google meet|webinaire|à distance)\b/i;

/** Where it is: a place, a link, or neither. */
export function whereOf(part: CalendarPart): { place: IncomingPlace | null; onlineLink: string; isOnline: boolean } {
  const text = textOf(part, 'location', 400).replaceAll(/\s+/g, ' ');
  const conference = webAddressOf(textOf(part, 'conference', 500) || textOf(part, 'x-google-conference', 500));
  const link = /https?:\/\/\S+/.exec(text)?.[0] ?? '';
  const words = text.replace(link, '').replace(/^[\s,;–-]+|[\s,;–-]+$/g, '');
  const isOnline = onlineWords.test(words) || (words === '' && link !== '');
  const geo = pointOf(valueOf(part, 'geo'));
  return {
    place: words === '' || isOnline ? null : { ...placeNamed(words), ...geo },
    onlineLink: webAddressOf(link) || conference,
    isOnline: isOnline || conference !== '',
  };
}

/** « Salle des fêtes, 3 rue du Lavoir, 35320 Crevin » in its parts. */
export function placeNamed(text: string): Omit<IncomingPlace, 'lon' | 'lat'> {
  const parts = text
    .split(/\s*[,;\n–|]\s*|\s+-\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part.toLowerCase() !== 'france');
  const at = parts.findLastIndex((part) => /\b\d{5}\b/.test(part));
  const [, postalCode = '', after = ''] = /\b(\d{5})\b\s*(.*)$/.exec(parts[at] ?? '') ?? [];
  const city = after || (at === -1 ? '' : (parts[at + 1] ?? ''));
  const last = parts.at(-1) ?? '';
  const named = at === -1 && parts.length > 1 && findMunicipality({ name: last }) ? last : '';
  const rest = parts.filter((part, index) => index !== at && part !== city && part !== named);
  const [name = text, ...street] = rest;
  return {
    name: name.slice(0, 160),
    street: street.join(', ').slice(0, 200),
    postalCode,
    city: (city || named).slice(0, 120),
  };
}

function pointOf(text: string): { lon: number | null; lat: number | null } {
  const [lat = Number.NaN, lon = Number.NaN] = text
    .split(/[;,]/)
    .map((number) => (number.trim() === '' ? Number.NaN : Number(number)));
  const isPoint = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0);
  return isPoint ? { lon, lat } : { lon: null, lat: null };
}
