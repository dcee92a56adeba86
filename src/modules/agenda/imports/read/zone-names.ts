import { windowsZones } from './windows-zones.ts';

const windows = new Map(Object.entries(windowsZones).map(([name, zone]) => [name.toLowerCase(), zone]));

/**
 * The IANA zone a calendar means by a name: its own, one of Windows, one inside a longer name
 * (`/mozilla.org/20070129_1/Europe/Paris`), a city (`(UTC+01:00) Bruxelles, Madrid, Paris`). Null when it means none.
 */
export function zoneNamed(name: string): string | null {
  const text = name.trim().replaceAll(/^"|"$/g, '').slice(0, 120);
  const direct = ianaZone(text) ?? windows.get(text.toLowerCase()) ?? null;
  if (direct !== null) return direct;
  const parts = text
    .split(/[^A-Za-z_+-]+/)
    .flatMap((part) => part.split(/^custom_/))
    .filter(Boolean);
  for (let index = 0; index + 1 < parts.length; index += 1) {
    const [area = '', place = ''] = [parts[index], parts[index + 1]];
    // What follows the name of a place may cling to it by an underscore.
    const words = place.split('_');
    for (let kept = words.length; kept > 0; kept -= 1) {
      const found = ianaZone(`${area}/${words.slice(0, kept).join('_')}`);
      if (found !== null) return found;
    }
  }
  const cities = citiesOfZones();
  for (const word of text.toLowerCase().split(/[^\p{L}]+/u)) {
    const zone = cities.get(word);
    if (zone !== undefined) return zone;
  }
  return zoneByWords(text);
}

/** « (UTC-05:00) Eastern Time (US & Canada) », « (GMT -05:00) ». */
function zoneByWords(text: string): string | null {
  const named = /([A-Z][\w. ]*?) Time\b/.exec(text)?.[1];
  const common = named === undefined ? undefined : windows.get(`${named.toLowerCase()} standard time`);
  if (common !== undefined) return common;
  const [, sign, hours] = /\b(?:UTC|GMT) ?([+-])(\d{1,2}):?00/.exec(text) ?? [];
  return hours === undefined ? null : ianaZone(`Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`);
}

function ianaZone(name: string): string | null {
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+){0,2}$/.test(name)) return null;
  try {
    const { timeZoneId } = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return ['GMT', 'Etc/UTC', 'Etc/GMT', 'Z'].includes(timeZoneId) ? 'UTC' : timeZoneId;
  } catch {
    return null;
  }
}

function citiesOfZones(): ReadonlyMap<string, string> {
  return new Map(
    Intl.supportedValuesOf('timeZone').flatMap((zone) => {
      const city = zone.split('/').at(-1)?.toLowerCase() ?? '';
      return city.length > 3 && /^[a-z]+$/.test(city) ? [[city, zone]] : [];
    }),
  );
}
