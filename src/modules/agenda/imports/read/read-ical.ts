import { createHash } from 'node:crypto';
import { calendarParts } from './calendar-parts.ts';
import { zonesOfFile } from './file-zones.ts';
import {
  mostProblems,
  type IncomingEvent,
  type Reading,
  type ReadingOptions,
  type ReadingProblem,
} from './incoming-event.ts';
import { joinSeries } from './join-series.ts';
import { readComponent, type ReadComponent } from './read-component.ts';
import { cleanText, textOf } from './texts-of-part.ts';

const hidden = /^(PRIVATE|CONFIDENTIAL)$/i;

/** Reads iCalendar texts (RFC 5545) as they are met: each component alone, so that a bad one never loses the others. */
export function readIcal(text: string, options: ReadingOptions): Reading {
  const parts = calendarParts(text);
  const zones = zonesOfFile(parts, options.zone);
  const now = Temporal.Instant.from(options.now);
  const problems: ReadingProblem[] = [];
  const byUid = new Map<string, ReadComponent[]>();
  let kept = 0;
  for (const part of parts.events) {
    const what = textOf(part, 'summary', 80) || 'Un rendez-vous sans titre';
    if (hidden.test(textOf(part, 'class', 20))) {
      kept += 1;
      continue;
    }
    const read = readComponent(part, zones);
    if (typeof read === 'string') {
      problems.push({ what, why: read });
      continue;
    }
    for (const why of read.warnings) problems.push({ what, why });
    const uid =
      read.event.uid ||
      hashOf(JSON.stringify([read.event.title, read.event.starts, read.event.ends, read.event.place]));
    byUid.set(uid, [...(byUid.get(uid) ?? []), { ...read, event: { ...read.event, uid } }]);
  }
  if (kept > 0) problems.push({ what: 'Rendez-vous privés', why: `${kept} marqués privés, laissés à leur auteur` });
  if (parts.left > 0) problems.push({ what: 'Calendrier trop long', why: `${parts.left} éléments n’ont pas été lus` });
  const events: IncomingEvent[] = [];
  for (const components of byUid.values()) {
    try {
      events.push(...joinSeries(components, zones, now));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problems.push({ what: components[0]?.event.title ?? '', why: 'ses dates ne sont pas lisibles' });
    }
  }
  const name = parts.head.get('x-wr-calname') ?? parts.head.get('name') ?? '';
  return {
    kind: 'ical',
    name: cleanText(name.replaceAll('\\', ''), 160),
    events,
    problems: problems.slice(0, mostProblems),
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
