/** Minutes from midnight; `to` below `from` runs past midnight. */
export type OpeningSpan = { readonly from: number; readonly to: number };
/** Spans of the seven days, Monday first. */
export type OpeningWeek = readonly (readonly OpeningSpan[])[];

export const weekDays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const frenchDays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const nobreak = '\u00a0';
const minutesInDay = 1_440;

export const emptyWeek = (): OpeningSpan[][] => weekDays.map(() => []);

const dayIndex = (day: string) => weekDays.findIndex((known) => known.toLowerCase() === day.toLowerCase());

/** Days of `Mo-Fr,Sa`; undefined when something else is written. */
function parseDays(text: string): number[] | undefined {
  const days: number[] = [];
  for (const part of text.split(',')) {
    const [from = '', to = from, more] = part.trim().split(/\s*-\s*/);
    const [first, last] = [dayIndex(from), dayIndex(to)];
    if (first < 0 || last < 0 || more !== undefined) return undefined;
    for (let day = first; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === last) break;
    }
  }
  return days;
}

function parseTime(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return hours !== undefined && total <= minutesInDay && Number(minutes) < 60 ? total : undefined;
}

function parseSpans(text: string): OpeningSpan[] | undefined {
  const spans: OpeningSpan[] = [];
  for (const part of text.split(',')) {
    const [from, to, more] = part.split(/\s*-\s*/).map(parseTime);
    if (from === undefined || to === undefined || more !== undefined || from === to) return undefined;
    spans.push({ from, to });
  }
  return spans;
}

/**
 * The week of a text in OpenStreetMap syntax made of days and hours only, which is nearly all of them; undefined when it
 * speaks of months, weeks or holidays in a way a plain week can not hold.
 */
export function parseOpeningWeek(text: string): OpeningWeek | undefined {
  if (text.length > 1_000) return undefined;
  if (/^24\/7$/.test(text.trim())) return weekDays.map(() => [{ from: 0, to: minutesInDay }]);
  const week = emptyWeek();
  const rules = text
    .split(/;|\|\|/)
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '');
  for (const rule of rules) {
    if (/^PH\s+(?:off|closed)$/i.test(rule)) continue;
    const [, dayText, rest] =
      /^((?:Mo|Tu|We|Th|Fr|Sa|Su)(?:\s*[-,]\s*(?:Mo|Tu|We|Th|Fr|Sa|Su))*)(?:,PH)?\s*:?\s*(.*)$/i.exec(rule) ?? [];
    const days = dayText === undefined ? [0, 1, 2, 3, 4, 5, 6] : parseDays(dayText);
    const hours = dayText === undefined ? rule : (rest ?? '');
    const spans = /^(?:off|closed)$/i.test(hours) ? [] : parseSpans(hours);
    if (!days || !spans) return undefined;
    for (const day of days) week[day] = spans;
  }
  return rules.length > 0 ? week : undefined;
}

const pad = (number: number) => String(number).padStart(2, '0');
const osmTime = (minutes: number) => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
const osmSpans = (spans: readonly OpeningSpan[]) =>
  spans.map(({ from, to }) => `${osmTime(from)}-${osmTime(to)}`).join(',');

/** Runs of days that follow each other among the given ones: 0,1,2,5 → [0,2] and [5,5]. */
function runsOf(days: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

/** Days that open at the same hours, together, in the order of the week. */
function groupsOf(week: OpeningWeek): { days: number[]; spans: readonly OpeningSpan[] }[] {
  const groups = new Map<string, { days: number[]; spans: readonly OpeningSpan[] }>();
  for (const [day, spans] of week.entries()) {
    if (spans.length === 0) continue;
    const sorted = spans.toSorted((a, b) => a.from - b.from);
    const group = groups.get(osmSpans(sorted));
    if (group) group.days.push(day);
    else groups.set(osmSpans(sorted), { days: [day], spans: sorted });
  }
  return [...groups.values()];
}

/** A week in OpenStreetMap syntax, shortest form; null when it never opens. */
export function formatOpeningWeek(week: OpeningWeek): string | null {
  const rules = groupsOf(week).map(({ days, spans }) => {
    const names = runsOf(days).map(([from, to]) =>
      from === to ? weekDays[from] : `${weekDays[from]}${to === from + 1 ? ',' : '-'}${weekDays[to]}`,
    );
    return `${names.join(',')} ${osmSpans(spans)}`;
  });
  return rules.length === 0 ? null : rules.join('; ');
}

function frenchTime(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? `${hours}${nobreak}h` : `${hours}${nobreak}h${nobreak}${pad(rest)}`;
}

function frenchDayList(days: readonly number[]): string {
  const parts = runsOf(days).flatMap(([from, to]) =>
    to - from >= 2 ? [`${frenchDays[from]} au ${frenchDays[to]}`] : frenchDays.slice(from, to + 1),
  );
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}`;
}

/** Sentences such as « lundi au vendredi : 9 h – 12 h 30, 14 h – 17 h », one per group of days that open alike. */
export function frenchOpeningHours(week: OpeningWeek): string[] {
  return groupsOf(week).map(({ days, spans }) => {
    const hours = spans.map(({ from, to }) =>
      from === 0 && to === minutesInDay ? `24${nobreak}h sur 24` : `${frenchTime(from)}${nobreak}– ${frenchTime(to)}`,
    );
    return `${frenchDayList(days)}${nobreak}: ${hours.join(', ')}`;
  });
}
