import { and, desc, sql, type SQL } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { NewsTopic } from '../content/news.ts';
import { publications } from '../tables.ts';
import { countPublished, publicAnd, publishedOf, type PublishedFilters, type PublishedLine } from './published-list.ts';

/** Which news: each choice narrows the others. */
export interface NewsFilters {
  topic?: NewsTopic | undefined;
  /** True: said by the hub; false: by other structures. */
  own?: boolean | undefined;
  theme?: string | undefined;
  organizationId?: string | undefined;
  year?: number | undefined;
}

export interface NewsList {
  lines: PublishedLine<'news'>[];
  count: number;
}

function conditionOf(ctx: Pick<Context, 'zone'>, { topic, year, ...filters }: NewsFilters): SQL | undefined {
  const wanted: PublishedFilters = { ...filters, ...(topic ? { content: { topic } } : {}) };
  return and(publicAnd('news', wanted), year === undefined ? undefined : sql`${yearOf(ctx.zone)} = ${year}`);
}

function yearOf(zone: string): SQL<number> {
  return sql<number>`extract(year from ${publications.publishedAt} at time zone ${zone})::int`;
}

/** A page of news: those pinned for today first, then the newest. */
export async function newsList(
  ctx: Context,
  filters: NewsFilters,
  range: { limit: number; offset: number },
): Promise<NewsList> {
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().toString();
  const condition = conditionOf(ctx, filters);
  const isPinned = sql`coalesce(${publications.content} ->> 'pinnedUntil' >= ${today}, false)`;
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select({ id: publications.id })
      .from(publications)
      .where(condition)
      .orderBy(desc(isPinned), desc(publications.publishedAt), publications.id)
      .limit(range.limit)
      .offset(range.offset),
    ctx.db
      .select({ value: sql<number>`count(*)::int` })
      .from(publications)
      .where(condition),
  ]);
  const ids = rows.map(({ id }) => id);
  return { lines: await publishedOf(ctx.db, 'news', ids), count: counted?.value ?? 0 };
}

/** What the news can be narrowed to. */
export interface NewsChoices {
  topics: NewsTopic[];
  years: number[];
  themes: string[];
  hasOwn: boolean;
  hasOthers: boolean;
}

/** The topics, years and themes that published news have, the newest year first. */
export async function newsChoices(ctx: Context): Promise<NewsChoices> {
  const condition = publicAnd('news', {});
  const topic = sql<NewsTopic>`${publications.content} ->> 'topic'`;
  const year = yearOf(ctx.zone);
  const [topics, years, themes, own, others] = await Promise.all([
    ctx.db
      .select({ topic })
      .from(publications)
      .where(condition)
      .groupBy(sql`1`),
    ctx.db
      .select({ year })
      .from(publications)
      .where(condition)
      .groupBy(sql`1`)
      .orderBy(desc(sql`1`)),
    ctx.db
      .selectDistinct({ theme: sql<string>`unnest(${publications.themes})` })
      .from(publications)
      .where(condition),
    countPublished(ctx.db, 'news', { own: true }),
    countPublished(ctx.db, 'news', { own: false }),
  ]);
  return {
    topics: topics.flatMap((row) => row.topic ?? []),
    years: years.map((row) => row.year),
    themes: themes.map((row) => row.theme),
    hasOwn: own > 0,
    hasOthers: others > 0,
  };
}
