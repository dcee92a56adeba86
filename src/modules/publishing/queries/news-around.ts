import { and, asc, desc, ne, or, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { publications } from '../tables.ts';
import { publicAnd, publishedOf, type PublishedLine } from './published-list.ts';
import type { StoredPublication } from './stored-publication.ts';

/** A neighbour in time. */
export interface Neighbour {
  slug: string;
  title: string;
}

export interface NewsAround {
  /** The one published just before. */
  older: Neighbour | null;
  newer: Neighbour | null;
  /** At most three that speak of the same thing, the newest first. */
  related: PublishedLine<'news'>[];
}

/** What to read after a news item. */
export async function newsAround(db: Reader, { id, fields, ...item }: StoredPublication<'news'>): Promise<NewsAround> {
  const at = (item.publishedAt ?? item.updatedAt).toString();
  const here = sql`(${at}::timestamptz, ${id}::uuid)`;
  const columns = { slug: publications.slug, title: publications.title };
  const place = sql`(${publications.publishedAt}, ${publications.id})`;
  const all = publicAnd('news', {});
  const themes = `{${fields.themes.join(',')}}`;
  const [older, newer, alike] = await Promise.all([
    db
      .select(columns)
      .from(publications)
      .where(and(all, sql`${place} < ${here}`))
      .orderBy(desc(publications.publishedAt), desc(publications.id))
      .limit(1),
    db
      .select(columns)
      .from(publications)
      .where(and(all, sql`${place} > ${here}`))
      .orderBy(asc(publications.publishedAt), asc(publications.id))
      .limit(1),
    db
      .select({ id: publications.id })
      .from(publications)
      .where(
        and(
          all,
          ne(publications.id, id),
          or(
            sql`${publications.themes} && ${themes}::uuid[]`,
            sql`${publications.content} @> ${JSON.stringify({ topic: fields.content.topic })}::jsonb`,
            fields.organizationId ? sql`${publications.organizationId} = ${fields.organizationId}` : undefined,
          ),
        ),
      )
      .orderBy(desc(sql`${publications.themes} && ${themes}::uuid[]`), desc(publications.publishedAt))
      .limit(3),
  ]);
  const related = await publishedOf(
    db,
    'news',
    alike.map((row) => row.id),
  );
  return { older: older[0] ?? null, newer: newer[0] ?? null, related };
}
