import { and, desc, eq, inArray, isNull, not, sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { readContent, type ContentOf } from '../content/publication-fields.ts';
import type { PublicationKind } from '../domain/publication.ts';
import { publications } from '../tables.ts';

/** One line of a public list: all but the text itself. */
export interface PublishedLine<Kind extends PublicationKind = PublicationKind> {
  id: string;
  kind: Kind;
  slug: string;
  title: string;
  line: string;
  brief: string;
  imageId: string | null;
  imageAlternative: string;
  imageCredit: string;
  organizationId: string | null;
  authorName: string;
  audiences: readonly string[];
  themes: readonly string[];
  happenedOn: Temporal.PlainDate | null;
  reviewOn: Temporal.PlainDate | null;
  publishedAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
  content: ContentOf<Kind>;
}

/** Which published things, newest first. */
export interface PublishedFilters {
  audience?: string | undefined;
  theme?: string | undefined;
  organizationId?: string | undefined;
  /** True: the hub's own; false: those of other structures. */
  own?: boolean | undefined;
  /** Equalities on the content: `{ topic: 'funding' }`. */
  content?: Readonly<Record<string, string | boolean>> | undefined;
  ids?: readonly string[] | undefined;
}

const lineColumns = {
  id: publications.id,
  slug: publications.slug,
  title: publications.title,
  line: publications.line,
  brief: publications.brief,
  imageId: publications.imageId,
  imageAlternative: publications.imageAlternative,
  imageCredit: publications.imageCredit,
  organizationId: publications.organizationId,
  authorName: publications.authorName,
  audiences: publications.audiences,
  themes: publications.themes,
  happenedOn: publications.happenedOn,
  reviewOn: publications.reviewOn,
  publishedAt: publications.publishedAt,
  updatedAt: publications.updatedAt,
  content: publications.content,
};

/** What everyone may read of a kind, newest first. */
export async function publishedList<Kind extends PublicationKind>(
  db: Reader,
  kind: Kind,
  filters: PublishedFilters = {},
  range: { limit: number; offset?: number } = { limit: 24 },
): Promise<PublishedLine<Kind>[]> {
  const rows = await db
    .select(lineColumns)
    .from(publications)
    .where(publicAnd(kind, filters))
    .orderBy(desc(publications.publishedAt), publications.id)
    .limit(range.limit)
    .offset(range.offset ?? 0);
  return rows.map((row) => ({
    ...row,
    kind,
    publishedAt: row.publishedAt ?? row.updatedAt,
    content: readContent(kind, row.content),
  }));
}

/** How many everyone may read. */
export async function countPublished(
  db: Reader,
  kind: PublicationKind,
  filters: PublishedFilters = {},
): Promise<number> {
  const [row] = await db
    .select({ value: sql<number>`count(*)::int` })
    .from(publications)
    .where(publicAnd(kind, filters));
  return row?.value ?? 0;
}

/** Those of these ids that everyone may read, in the order of the ids. */
export async function publishedOf<Kind extends PublicationKind>(
  db: Reader,
  kind: Kind,
  ids: readonly string[],
): Promise<PublishedLine<Kind>[]> {
  if (ids.length === 0) return [];
  const lines = await publishedList(db, kind, { ids }, { limit: ids.length });
  const byId = new Map(lines.map((line) => [line.id, line]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Said by the hub itself, and not by a structure of the directory or of elsewhere. */
const isHubsOwn = sql<boolean>`(${publications.organizationId} is null and coalesce(${publications.content} ->> 'speaker', '') = '')`;

/** The condition of a public list. */
export function publicAnd(kind: PublicationKind, filters: PublishedFilters): SQL | undefined {
  const { audience, theme, organizationId, own, content, ids } = filters;
  return and(
    eq(publications.kind, kind),
    eq(publications.status, 'published'),
    isNull(publications.trashedAt),
    audience ? sql`${publications.audiences} @> array[${audience}]::text[]` : undefined,
    theme ? sql`${publications.themes} @> array[${theme}]::uuid[]` : undefined,
    organizationId ? eq(publications.organizationId, organizationId) : undefined,
    own === undefined ? undefined : own ? isHubsOwn : not(isHubsOwn),
    content ? sql`${publications.content} @> ${JSON.stringify(content)}::jsonb` : undefined,
    ids ? inArray(publications.id, [...ids]) : undefined,
  );
}
