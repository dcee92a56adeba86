import { comparableText } from './comparable-text.ts';
import { emptyWeek } from './opening-hours.ts';
import type { OpeningSpan, OpeningWeek } from './opening-hours.ts';

const dayNames: readonly (readonly [RegExp, number])[] = [
  [/^(?:lundis?|lun|lu)$/, 0],
  [/^(?:mardis?|mar|ma)$/, 1],
  [/^(?:mercredis?|mer|me)$/, 2],
  [/^(?:jeudis?|jeu|je)$/, 3],
  [/^(?:vendredis?|ven|ve)$/, 4],
  [/^(?:samedis?|sam|sa)$/, 5],
  [/^(?:dimanches?|dim|di)$/, 6],
];

const time = String.raw`(\d{1,2})\s*(?:[h:.]\s*(\d{2})?)\s*(?:min|mn)?`;
const bareTime = String.raw`(\d{1,2})(?:\s*[h:.]\s*(\d{2})?)?`;
const span = new RegExp(String.raw`(?:de\s+)?${bareTime}\s*(?:-|–|—|a|jusqu a|>|\/)\s*${time}`, 'g');

function minutesOf(hours: string | undefined, minutes: string | undefined): number | undefined {
  const total = Number(hours) * 60 + Number(minutes ?? 0);
  return Number.isFinite(total) && total <= 1_440 && Number(minutes ?? 0) < 60 ? total : undefined;
}

/** Lower case without accents, but with the marks that hours are written with. */
const simplified = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/midi(?!\w)/g, '12h00')
    .replace(/minuit/g, '24h00')
    .replace(/[’']/g, ' ')
    .replace(/\bheures?\b/g, 'h')
    .replace(/\bapres[ -]?12h00\b/g, 'apres-midi')
    .replace(/(?<=\d)\s*h\s*/g, 'h')
    .replace(/\s+/g, ' ')
    .trim();

/** Hours written in one cell: « 09:00 - 12:00 / 13:30 - 17:00 », « 9h-12h et 14h à 17h30 ». */
export function parseSpans(text: string): OpeningSpan[] {
  const spans: OpeningSpan[] = [];
  for (const [, fromHours, fromMinutes, toHours, toMinutes] of simplified(text).matchAll(span)) {
    const [from, to] = [minutesOf(fromHours, fromMinutes), minutesOf(toHours, toMinutes)];
    if (from !== undefined && to !== undefined && from !== to) spans.push({ from, to });
  }
  return spans;
}

/** Some programs write a closed day as « 00:00 - 00:00 ». */
export const saysClosed = (text: string): boolean =>
  /^(?:fermee?|closed|off|non|x?|00 00 00 00|0h 0h)$/.test(comparableText(text));

/** Words after which a plain week would be a lie. */
const exceptions =
  /\b(?:sauf|hors|vacances|ferie|pair|impair|semaines?|mois|sur deux|1er|premiers?|2e|2eme|deuxieme|3e|3eme|troisieme|4e|4eme|dernier|ete|hiver|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|variables?|selon|tous les)\b/;

type Token = { kind: 'day'; day: number } | { kind: 'through' } | { kind: 'span'; span: OpeningSpan };

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const marked = text.replace(span, (whole) => ` §${whole.replace(/\s+/g, '_')} `);
  for (const word of marked.split(/[\s,;:()/]+(?![^§]*_)|\s+/)) {
    if (word.startsWith('§')) {
      for (const found of parseSpans(word.slice(1).replaceAll('_', ' '))) tokens.push({ kind: 'span', span: found });
      continue;
    }
    for (const piece of word.replace(/[.,;:()]/g, '').split(/(-)/)) {
      const day = dayNames.find(([pattern]) => pattern.test(piece));
      if (day) tokens.push({ kind: 'day', day: day[1] });
      else if (piece === 'au' || piece === 'a' || piece === '-') tokens.push({ kind: 'through' });
    }
  }
  return tokens;
}

/** Days of consecutive tokens, ranges unrolled. */
function daysOf(tokens: readonly Token[]): number[] {
  const days: number[] = [];
  let through = false;
  for (const token of tokens) {
    if (token.kind === 'through') through = days.length > 0;
    else if (token.kind === 'day') {
      const last = days.at(-1);
      if (through && last !== undefined)
        for (let day = (last + 1) % 7; day !== token.day; day = (day + 1) % 7) days.push(day);
      days.push(token.day);
      through = false;
    }
  }
  return days;
}

/**
 * The week told by a French sentence: « Du lundi au vendredi, de 9h30 à 17h », « 9h-12h et 14h-17h du lundi au jeudi ».
 * Undefined as soon as it speaks of exceptions, or of hours without days.
 */
export function weekFromFrench(text: string): OpeningWeek | undefined {
  const plain = simplified(text.slice(0, 600));
  if (exceptions.test(plain.replace(/(?<![a-z])du |les? /g, ''))) return undefined;
  const tokens = tokensOf(plain);
  const hoursFirst = tokens.find((token) => token.kind !== 'through')?.kind === 'span';
  const week = emptyWeek();
  let group: Token[] = [];
  let spans: OpeningSpan[] = [];
  let opened = false;
  const close = (): boolean => {
    const days = daysOf(group);
    if (days.length === 0 || spans.length === 0) return days.length === 0 && spans.length === 0;
    for (const day of days) week[day]?.push(...spans);
    opened = true;
    return true;
  };
  for (const token of tokens) {
    const startsGroup = hoursFirst
      ? token.kind === 'span' && group.some(({ kind }) => kind === 'day')
      : token.kind === 'day' && spans.length > 0;
    if (startsGroup) {
      if (!close()) return undefined;
      [group, spans] = [[], []];
    }
    if (token.kind === 'span') spans.push(token.span);
    else group.push(token);
  }
  return close() && opened ? week : undefined;
}

export type OpeningSlot = { readonly day: number; readonly half?: 'morning' | 'afternoon' };

/** The slot a column is about, from its header: « h_lundi », « Mardi matin », « openHours.Mo ». */
export function openingSlotOfHeader(header: string): OpeningSlot | undefined {
  const words = comparableText(header.replace(/([a-z])([A-Z])/g, '$1 $2')).split(' ');
  const english = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
  const englishLong = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  let day = -1;
  for (const word of words) {
    const found =
      dayNames.find(([pattern]) => pattern.test(word) && word.length >= 3)?.[1] ??
      Math.max(english.indexOf(word), englishLong.indexOf(word));
    if (found >= 0) day = day >= 0 && day !== found ? 7 : found;
  }
  if (day < 0 || day > 6) return undefined;
  // A bare two-letter word is a day only beside a word about hours.
  const named = words.some(
    (word) => dayNames.some(([pattern]) => pattern.test(word) && word.length >= 4) || englishLong.includes(word),
  );
  if (!named && !words.some((word) => /^(?:h|horaires?|hours?|open|ouverture|jour)$/.test(word))) return undefined;
  const text = words.join(' ');
  if (/\b(?:matin|matinee|am|morning)\b/.test(text)) return { day, half: 'morning' };
  if (/\b(?:apres ?midi|aprem|pm|afternoon|ap m|soir)\b/.test(text)) return { day, half: 'afternoon' };
  return { day };
}

/** A week from one cell per day or per half-day; `unread` lists the cells that say something else than hours. */
export function weekFromSlots(cells: Iterable<readonly [OpeningSlot, string]>): {
  week: OpeningWeek;
  unread: string[];
} {
  const week = emptyWeek();
  const unread: string[] = [];
  for (const [slot, text] of cells) {
    const spans = parseSpans(text);
    if (spans.length > 0) week[slot.day]?.push(...spans);
    else if (!saysClosed(text)) unread.push(text);
  }
  return { week, unread };
}
