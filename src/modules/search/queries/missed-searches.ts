import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { plural } from '#platform/french/index.ts';
import { paths } from '../paths.ts';
import { mayKeepSearch } from '../policy.ts';

/** Words that visitors searched in vain. */
export interface MissedSearch {
  fingerprint: string;
  words: string;
  times: number;
  lastDay: Temporal.PlainDate;
}

const shownFor = 90;
const mostShown = 200;

/** What visitors searched in vain these three months and is not settled, the most wanted first. */
export async function missedSearchList(ctx: Context): Promise<MissedSearch[]> {
  const { rows } = await ctx.db.execute<{ fingerprint: string; words: string; times: number; day: string }>(sql`
    select fingerprint, max(words) as words, sum(times)::int as times, max(day)::text as day from missed_searches
    where day > ${today(ctx).subtract({ days: shownFor }).toString()}::date and settled_at is null
    group by fingerprint having max(words) is not null order by 3 desc, 4 desc, 2 limit ${mostShown}`);
  return rows.map(({ day, ...row }) => ({ ...row, lastDay: Temporal.PlainDate.from(day) }));
}

/** How many searches visitors made these thirty days, and how many in vain. */
export async function searchFigures(ctx: Context): Promise<{ searches: number; missed: number }> {
  const { rows } = await ctx.db.execute<{ searches: number; missed: number }>(sql`
    select coalesce(sum(searches), 0)::int as searches, coalesce(sum(missed), 0)::int as missed from search_days
    where day > ${today(ctx).subtract({ days: 30 }).toString()}::date`);
  return rows[0] ?? { searches: 0, missed: 0 };
}

/** Tells the employee that visitors look for what the site does not say. */
export async function missedTodo(ctx: Context): Promise<TodoEntry[]> {
  if (!mayKeepSearch(ctx.actor)) return [];
  const list = await missedSearchList(ctx);
  if (list.length === 0) return [];
  return [
    {
      group: 'can-wait',
      title: `${plural(list.length, 'recherche')} de visiteurs sans réponse`,
      detail: list
        .slice(0, 3)
        .map(({ words }) => `« ${words} »`)
        .join(', '),
      action: { label: 'Voir', path: paths.missed },
      since: null,
      hue: 'sky',
    },
  ];
}

function today(ctx: Context): Temporal.PlainDate {
  return ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
}
