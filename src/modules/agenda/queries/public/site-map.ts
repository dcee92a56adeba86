import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { SiteMapEntry } from '#platform/contributions/module.ts';
import { pageByPage } from '#platform/db/page-by-page.ts';
import { agendaMapPath, agendaPath, eventPath, monthPath, pastEventsPath, townPath, townsPath } from '../../paths.ts';
import { placesWithDates } from './town-dates.ts';

interface Row extends Record<string, unknown> {
  id: string;
  slug: string;
  at: number;
}

const rowsInMemory = 2_000;
const monthsAhead = 6;

/** The agenda's addresses for search engines: its views, then every public event that it shows itself. */
export async function* agendaSiteMap(ctx: Context): AsyncGenerator<SiteMapEntry> {
  const now = ctx.clock.now();
  const month = now.toZonedDateTimeISO(ctx.zone).toPlainDate().toPlainYearMonth();
  for (const path of [agendaPath, townsPath, agendaMapPath, pastEventsPath]) yield { path, changedAt: null };
  for (let months = 0; months < monthsAhead; months++)
    yield { path: monthPath(month.add({ months })), changedAt: null };
  const towns = new Set((await placesWithDates(ctx.db, now)).map(({ insee }) => insee));
  for (const insee of towns) yield { path: townPath(insee), changedAt: null };
  const events = pageByPage<Row>(
    rowsInMemory,
    (after, size) => publicAfter(ctx, after, size),
    (row) => row.id,
  );
  for await (const { slug, at } of events)
    yield { path: eventPath(slug), changedAt: Temporal.Instant.fromEpochMilliseconds(at) };
}

async function publicAfter(ctx: Context, after: string | null, size: number): Promise<Row[]> {
  const further = after ? sql`and id > ${after}::uuid` : sql``;
  const { rows } = await ctx.db.execute<Row>(sql`
    select id, slug, floor(extract(epoch from updated_at) * 1000)::float8 as at from agenda_events
    where status = 'published' and trashed_at is null and origin is null ${further} order by hub_id, id limit ${size}`);
  return rows;
}
