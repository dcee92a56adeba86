import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import { OutboundRefused } from '#platform/outbound/outbound-refused.ts';
import type { AgendaDependencies } from '../ports.ts';
import { finishReading } from './commands/finish-reading.ts';
import { noteAsking } from './commands/note-asking.ts';
import { takeEvents } from './commands/take-events.ts';
import { isComing } from './domain/fields-of-incoming.ts';
import { passesFilter } from './domain/passes-filter.ts';
import { readingTexts } from './domain/reading-texts.ts';
import type { SourceReport } from './domain/source-report.ts';
import type { AgendaSource } from './queries/sources.ts';
import { addressToAsk } from './domain/address-to-ask.ts';
import type { IncomingEvent, Reading } from './read/incoming-event.ts';
import { mostBytes, readApart, type ReadApart } from './read/read-apart.ts';

type Needs = Pick<AgendaDependencies, 'organizations'>;
type Way = Pick<Ports, 'outbound'>;
const atOnce = 25;

/** What an address gave. `problem` is in words. */
export type Asked =
  | { is: 'unchanged' }
  | { is: 'read'; reading: Reading; etag: string | null; lastModified: string | null }
  | { is: 'failed'; problem: string };

/** Asks an address, within the bounds of what is fetched for people who typed it, and reads it apart. */
export async function askSource(
  ctx: Context,
  { outbound }: Way,
  source: Pick<AgendaSource, 'url' | 'apiKey' | 'etag' | 'lastModified'>,
): Promise<Asked> {
  try {
    const fetched = await outbound.fetchPublic(addressToAsk(source.url ?? '', source.apiKey), {
      maxBytes: mostBytes,
      accept: 'text/calendar, application/json;q=0.9, text/html;q=0.8, */*;q=0.5',
      ...(source.etag ? { ifNoneMatch: source.etag } : {}),
      ...(source.lastModified ? { ifModifiedSince: source.lastModified } : {}),
    });
    if (fetched.notModified) return { is: 'unchanged' };
    const read = await readBytes(ctx, fetched.body);
    if (!read.ok) return { is: 'failed', problem: readingTexts[read.reason] };
    return {
      is: 'read',
      reading: read.reading,
      etag: fetched.etag ?? null,
      lastModified: fetched.lastModified ?? null,
    };
  } catch (error) {
    if (error instanceof OutboundRefused) return { is: 'failed', problem: error.message };
    throw error;
  }
}

export function readBytes(ctx: Context, bytes: Uint8Array): Promise<ReadApart> {
  return readApart(bytes, { zone: ctx.zone, now: ctx.clock.now().toString() });
}

/** The events of a reading that the hub asked for, still to come. */
export function takenOf(
  ctx: Context,
  source: Pick<AgendaSource, 'words' | 'towns' | 'types'>,
  { events }: Reading,
): IncomingEvent[] {
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().toString();
  return events.filter((event) => isComing(event, today) && passesFilter(event, source));
}

/** Asks a source and takes what it tells. */
export async function followSource(ctx: Context, deps: Needs, ports: Way, source: AgendaSource): Promise<void> {
  const asked = await askSource(ctx, ports, source);
  if (asked.is !== 'read') {
    await execute(ctx, noteAsking, { sourceId: source.id, problem: asked.is === 'failed' ? asked.problem : null });
    return;
  }
  const known = source.report?.taken ?? 0;
  // Emptied all at once is more likely a breakdown than every event called off.
  if (asked.reading.events.length === 0 && known > 0) {
    await execute(ctx, noteAsking, { sourceId: source.id, problem: readingTexts.emptied });
    return;
  }
  await takeReading(ctx, deps, source, asked.reading, {
    etag: asked.etag,
    lastModified: asked.lastModified,
    isWhole: true,
  });
}

/** Takes the events of a reading, some at a time, then ends it. */
export async function takeReading(
  ctx: Context,
  deps: Needs,
  source: AgendaSource,
  reading: Reading,
  { etag, lastModified, isWhole }: { etag: string | null; lastModified: string | null; isWhole: boolean },
): Promise<void> {
  const begunAt = ctx.clock.now();
  const taken = takenOf(ctx, source, reading);
  const names = [...new Set(taken.map(({ organizer }) => organizer).filter(Boolean))];
  const named = names.length > 0 ? await deps.organizations.byNames(ctx, names) : new Map<string, { id: string }>();
  const organizationIds = Object.fromEntries([...named].map(([name, { id }]) => [name, id]));
  const report: SourceReport = {
    found: reading.events.length,
    taken: taken.length,
    added: 0,
    changed: 0,
    cancelled: 0,
    joined: 0,
    problems: reading.problems,
  };
  for (let at = 0; at < taken.length; at += atOnce) {
    const done = await execute(ctx, takeEvents, {
      sourceId: source.id,
      events: taken.slice(at, at + atOnce),
      organizationIds,
    });
    if (!done.ok) return;
    report.added += done.value.added;
    report.changed += done.value.changed;
    report.joined += done.value.joined;
    report.problems = [
      ...report.problems,
      ...done.value.titles.map((what) => ({ what, why: readingTexts.unclear })),
    ].slice(0, 50);
  }
  await execute(ctx, finishReading, {
    sourceId: source.id,
    begunAt,
    kind: reading.kind,
    etag,
    lastModified,
    report,
    isWhole,
  });
}
