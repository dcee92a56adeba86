import {
  changeAgendaSource,
  finishSourceReading,
  saveAgendaSource,
  takeSourceEvents,
  unsaidOfIncoming,
} from '#modules/agenda/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { typography } from '#platform/french/index.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { nextWeekday } from './moments.ts';
import { demoSourceEvents, demoSources, type DemoSourceEvent } from './demo-sources.ts';

/** Two calendars of partners, and what came from them. */
export async function fillSources(ctx: Context): Promise<void> {
  for (const [rank, fields] of demoSources.entries()) {
    const { id } = unwrap(
      await execute(ctx, saveAgendaSource, { id: null, version: null, fields: { ...fields, trust: 'publish' } }),
    );
    const events = demoSourceEvents
      .filter(({ from }) => from === rank)
      .map((event, index) => incoming(ctx, event, `${index}`));
    unwrap(await execute(ctx, takeSourceEvents, { sourceId: id, events, organizationIds: {} }));
    const report = {
      found: events.length,
      taken: events.length,
      added: events.length,
      changed: 0,
      cancelled: 0,
      joined: 0,
    };
    const read = { begunAt: ctx.clock.now(), kind: 'ical' as const, etag: null, lastModified: null, isWhole: false };
    unwrap(await execute(ctx, finishSourceReading, { sourceId: id, ...read, report: { ...report, problems: [] } }));
    unwrap(await execute(ctx, changeAgendaSource, { id, act: 'pause' }));
  }
}

function incoming(
  ctx: Context,
  { title, body, inDays, on: weekday, at, until, place, isFree = false }: DemoSourceEvent,
  uid: string,
) {
  const from = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().add({ days: inDays });
  const on = nextWeekday(from, weekday).toString();
  return {
    ...unsaidOfIncoming,
    uid,
    title: typography(title),
    body: typography(body),
    place: { ...place, street: '', lon: null, lat: null },
    zone: ctx.zone,
    isAllDay: false,
    starts: `${on}T${at}:00`,
    ends: `${on}T${until}:00`,
    isFree,
  };
}
