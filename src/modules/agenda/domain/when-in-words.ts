import { formatDate, formatDateRange, formatTime, formatTimeRange, noBreakSpace } from '#platform/french/index.ts';

/** One date of an event, as words tell it. */
export interface ToldDate {
  zone: string;
  isAllDay: boolean;
  hasEnd: boolean;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  startsOn: Temporal.PlainDate;
  lastOn: Temporal.PlainDate;
}

interface Reader {
  /** Dates of its year are told without it. */
  today: Temporal.PlainDate;
  /** The zone in which the reader thinks: another one is named. */
  zone?: string | undefined;
}

/** « mercredi 18 mars, de 14 h à 16 h », « du vendredi 3 juillet à 18 h au dimanche 5 juillet à 17 h ». */
export function whenInWords(date: ToldDate, reader: Reader): string {
  const { startsOn, lastOn } = date;
  if (!startsOn.equals(lastOn)) return severalDays(date, reader);
  const day = dayInWords(startsOn, reader.today);
  return date.isAllDay ? `${day}, toute la journée` : `${day}, ${hours(date)}${zoneInWords(date, reader)}`;
}

/** « Jeudi 8 h 30 », « Demain 8 h 30 », beside a badge that shows the day; « Du 4 au 6 mars » when it lasts. */
export function whenInShort(date: ToldDate, today?: Temporal.PlainDate): string {
  const { startsOn, lastOn } = date;
  if (!startsOn.equals(lastOn)) return capitalise(rangeWithoutYear(startsOn, lastOn));
  const near = today && startsOn.since(today).days;
  const weekday =
    near === 0
      ? 'Aujourd’hui'
      : near === 1
        ? 'Demain'
        : capitalise(formatDate(startsOn, { weekday: true }).split(' ')[0] ?? '');
  return date.isAllDay ? weekday : `${weekday} ${formatTime(startOf(date))}`;
}

/** « 14 h – 16 h », for a line of a calendar; empty on whole days. */
export function hoursInShort(date: ToldDate): string {
  return date.isAllDay ? '' : formatTime(startOf(date));
}

/** « mercredi 18 mars », with its year when it is not this one. */
export function dayInWords(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  return formatDate(day, { weekday: true, year: day.year !== today.year });
}

function severalDays(date: ToldDate, reader: Reader): string {
  const { startsOn, lastOn } = date;
  if (date.isAllDay)
    return startsOn.year === reader.today.year && lastOn.year === reader.today.year
      ? rangeWithoutYear(startsOn, lastOn)
      : formatDateRange(startsOn, lastOn);
  const [from, to] = [startOf(date), endOf(date)];
  const told = `du ${dayInWords(startsOn, reader.today)} à ${formatTime(from)} au ${dayInWords(to.toPlainDate(), reader.today)} à ${formatTime(to)}`;
  return told + zoneInWords(date, reader);
}

function hours(date: ToldDate): string {
  return date.hasEnd ? formatTimeRange(startOf(date), endOf(date)) : `à ${formatTime(startOf(date))}`;
}

function rangeWithoutYear(from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  if (from.year !== to.year) return formatDateRange(from, to);
  return formatDateRange(from, to).slice(0, -(noBreakSpace.length + String(to.year).length));
}

const startOf = ({ startsAt, zone }: ToldDate) => startsAt.toZonedDateTimeISO(zone).toPlainDateTime();
const endOf = ({ endsAt, zone }: ToldDate) => endsAt.toZonedDateTimeISO(zone).toPlainDateTime();
const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const zoneNames: Readonly<Record<string, string>> = {
  'Europe/Paris': 'heure de Paris',
  'America/Guadeloupe': 'heure de la Guadeloupe',
  'America/Martinique': 'heure de la Martinique',
  'America/Cayenne': 'heure de la Guyane',
  'America/Miquelon': 'heure de Saint-Pierre-et-Miquelon',
  'Indian/Reunion': 'heure de La Réunion',
  'Indian/Mayotte': 'heure de Mayotte',
  'Pacific/Noumea': 'heure de la Nouvelle-Calédonie',
  'Pacific/Tahiti': 'heure de Tahiti',
  'Pacific/Wallis': 'heure de Wallis-et-Futuna',
};

/** Said only to whoever lives by another clock. */
function zoneInWords({ zone, startsAt }: ToldDate, reader: Reader): string {
  if (reader.zone === undefined || reader.zone === zone) return '';
  const offset = (name: string) => startsAt.toZonedDateTimeISO(name).offsetNanoseconds;
  if (offset(zone) === offset(reader.zone)) return '';
  return ` (${zoneNames[zone] ?? `heure de ${zone.split('/').at(-1)?.replaceAll('_', ' ')}`})`;
}
