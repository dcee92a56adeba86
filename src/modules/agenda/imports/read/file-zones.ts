import ICAL from 'ical.js';
import { valueOf, type CalendarParts } from './calendar-parts.ts';
import { zoneNamed } from './zone-names.ts';

/** What a file says of its zones. */
export interface FileZones {
  /** Of times that name none: `X-WR-TIMEZONE`, else the hub's. */
  usual: string;
  /** Of whole days whose rule ends at a moment: the file's own zone. */
  own: string;
  /** The IANA zone a name stands for; null when nobody knows. */
  find: (name: string) => string | null;
}

/** Names are tried as they are, then by the clock changes the file describes for them. */
export function zonesOfFile({ zones, head }: CalendarParts, hubZone: string): FileZones {
  const described = new Map(zones.map((zone) => [valueOf(zone, 'tzid'), zone.lines]));
  const known = new Map<string, string | null>();
  const find = (name: string): string | null => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const lines = described.get(name);
    const found = zoneNamed(name) ?? (lines ? zoneLike(lines, hubZone) : null);
    known.set(name, found);
    return found;
  };
  const said = head.get('x-wr-timezone');
  const usual = (said && zoneNamed(said)) || hubZone;
  const first = [...described.keys()].find((name) => name !== '' && zoneNamed(name) !== 'UTC');
  return { usual, own: said ? usual : ((first && find(first)) ?? hubZone), find };
}

/** The zone whose clocks agree all year with those described; the hub's first. Null when none does. */
function zoneLike(lines: readonly string[], hubZone: string): string | null {
  try {
    const component = new ICAL.Component(ICAL.parse([...lines, 'END:VTIMEZONE'].join('\r\n')) as never);
    const zone = new ICAL.Timezone(component);
    const offsets = months.map((month) =>
      zone.utcOffset(ICAL.Time.fromDateTimeString(`${year}-${String(month).padStart(2, '0')}-15T12:00:00`)),
    );
    const isAlike = (name: string) =>
      months.every((month, index) => {
        const local = Temporal.PlainDateTime.from({ year, month, day: 15, hour: 12 });
        return local.toZonedDateTime(name).offsetNanoseconds / 1e9 === offsets[index];
      });
    const usual = [hubZone, 'Europe/Paris', 'Europe/London', 'Europe/Athens', 'UTC'];
    return [...usual, ...Intl.supportedValuesOf('timeZone')].find(isAlike) ?? null;
  } catch {
    return null;
  }
}

const year = 2024;
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
