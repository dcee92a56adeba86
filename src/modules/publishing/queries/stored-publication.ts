import { and, eq, isNull } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { readContent, type PublicationFields } from '../content/publication-fields.ts';
import type { PublicationKind, PublicationStatus } from '../domain/publication.ts';
import { publications, publicationSlugs } from '../tables.ts';

/** A publication as it is kept. `fields` is what everyone reads once it is public. */
export interface StoredPublication<Kind extends PublicationKind = PublicationKind> {
  id: string;
  kind: Kind;
  slug: string;
  version: number;
  status: PublicationStatus;
  trashedAt: Temporal.Instant | null;
  fields: PublicationFields<Kind>;
  /** Changes kept aside until they are published. */
  pending: PublicationFields<Kind> | null;
  personId: string | null;
  moderationNote: string;
  publishAt: Temporal.Instant | null;
  publishedAt: Temporal.Instant | null;
  createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
}

type Row = typeof publications.$inferSelect;

/** A row with its content in the shape of its kind. */
export function publicationOf(row: Row): StoredPublication {
  const { id, kind, slug, version, status, trashedAt, personId, moderationNote } = row;
  const { publishAt, publishedAt, createdAt, updatedAt } = row;
  const fields: PublicationFields = {
    title: row.title,
    line: row.line,
    brief: row.brief,
    body: row.body,
    imageId: row.imageId,
    imageAlternative: row.imageAlternative,
    imageCredit: row.imageCredit,
    organizationId: row.organizationId,
    authorName: row.authorName,
    audiences: row.audiences,
    themes: row.themes,
    happenedOn: row.happenedOn?.toString() ?? null,
    reviewOn: row.reviewOn?.toString() ?? null,
    content: readContent(kind, row.content),
  };
  const pending = row.pending ? { ...row.pending, content: readContent(kind, row.pending.content) } : null;
  return {
    id,
    kind,
    slug,
    version,
    status,
    trashedAt,
    fields,
    pending,
    personId,
    moderationNote,
    publishAt,
    publishedAt,
    createdAt,
    updatedAt,
  };
}

/** A publication of any status, trash included. For those who may edit it. */
export async function readPublication(db: Reader, id: string): Promise<StoredPublication | null> {
  const [row] = await db.select().from(publications).where(eq(publications.id, id));
  return row ? publicationOf(row) : null;
}

/** What everyone may read at an address: the publication, or the address it moved to, or nothing. */
export async function publicationAt<Kind extends PublicationKind>(
  db: Reader,
  kind: Kind,
  slug: string,
): Promise<{ publication: StoredPublication<Kind> } | { movedTo: string } | null> {
  const isPublic = and(eq(publications.status, 'published'), isNull(publications.trashedAt));
  const [row] = await db
    .select()
    .from(publications)
    .where(and(eq(publications.kind, kind), eq(publications.slug, slug), isPublic));
  if (row) return { publication: publicationOf(row) as StoredPublication<Kind> };
  const [moved] = await db
    .select({ slug: publications.slug })
    .from(publicationSlugs)
    .innerJoin(publications, eq(publications.id, publicationSlugs.publicationId))
    .where(and(eq(publicationSlugs.kind, kind), eq(publicationSlugs.slug, slug), isPublic));
  return moved && moved.slug !== slug ? { movedTo: moved.slug } : null;
}
