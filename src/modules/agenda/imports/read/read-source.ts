import { mostEvents, type IncomingEvent, type Reading, type ReadingOptions } from './incoming-event.ts';
import { readIcal } from './read-ical.ts';
import { readOpenAgenda } from './read-open-agenda.ts';
import { readPage } from './read-page.ts';

/** Reads what an address gave, whatever it is: a calendar, an agenda of OpenAgenda, or a page. Null when it is neither. */
export function readSource(bytes: Uint8Array, options: ReadingOptions): Reading | null {
  const text = textOf(bytes);
  const start = text.slice(0, 2000).trimStart();
  if (/^(?:[\w-]+:|BEGIN:)/i.test(start) && /BEGIN:\s*VCALENDAR/i.test(text))
    return bounded(readIcal(text, options), options.now);
  if (/^[[{]/.test(start)) {
    const value = json(text);
    const read = readOpenAgenda(value, options);
    return read && bounded(read, options.now);
  }
  if (/BEGIN:\s*VCALENDAR/i.test(text)) return bounded(readIcal(text, options), options.now);
  return /<\w/.test(start) ? bounded(readPage(text, options), options.now) : null;
}

/** Keeps what is still to come, the soonest first, then what is the least past. */
function bounded(reading: Reading, now: string): Reading {
  if (reading.events.length <= mostEvents) return reading;
  const left = reading.events.length - mostEvents;
  const [coming, past]: [IncomingEvent[], IncomingEvent[]] = [[], []];
  for (const event of reading.events) (event.rule !== null || lastStart(event) >= now ? coming : past).push(event);
  coming.sort((a, b) => (a.starts < b.starts ? -1 : 1));
  past.sort((a, b) => (lastStart(a) > lastStart(b) ? -1 : 1));
  return {
    ...reading,
    events: [...coming, ...past].slice(0, mostEvents),
    problems: [...reading.problems, { what: 'Trop de rendez-vous', why: `${left} n’ont pas été repris` }],
  };
}

function lastStart({ starts, alsoOn }: IncomingEvent): string {
  return [starts, ...alsoOn.map((date) => date.starts)].reduce((last, one) => (one > last ? one : last));
}

/** UTF-8, else the Windows alphabet that older programs write. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
