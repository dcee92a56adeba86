import { and, desc, eq, lte } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { fieldsOf, readContent, type PublicationFields } from '../../content/publication-fields.ts';
import type { PublicationKind } from '../../domain/publication.ts';
import { publicationVersions } from '../../tables.ts';

/** What a version said, by whom and when. */
export interface PublicationVersion {
  version: number;
  fields: PublicationFields;
  wasPublic: boolean;
  savedAt: Temporal.Instant;
  savedBy: string;
}

const most = 200;

/** The versions of a publication, latest first: two hundred at most, down from one when given. */
export async function publicationVersionsOf(
  db: Reader,
  { id, kind }: { id: string; kind: PublicationKind },
  from: number = Number.MAX_SAFE_INTEGER,
  limit: number = most,
): Promise<PublicationVersion[]> {
  const rows = await db
    .select()
    .from(publicationVersions)
    .where(
      and(eq(publicationVersions.publicationId, id), lte(publicationVersions.version, Math.min(from, 2 ** 31 - 1))),
    )
    .orderBy(desc(publicationVersions.version))
    .limit(limit);
  return rows.map(({ version, fields, wasPublic, savedAt, savedBy }) => ({
    version,
    fields: completeFields(kind, fields),
    wasPublic,
    savedAt,
    savedBy,
  }));
}

/** One version of a publication. */
export async function readVersion(
  db: Reader,
  publication: { id: string; kind: PublicationKind },
  version: number,
): Promise<PublicationVersion | null> {
  const [found] = await publicationVersionsOf(db, publication, version, 1);
  return found?.version === version ? found : null;
}

/** A version kept before a field existed takes its default. */
function completeFields(kind: PublicationKind, fields: PublicationFields): PublicationFields {
  const common = fieldsOf(kind).parse({ title: '-', content: {} }) as PublicationFields;
  return { ...common, ...fields, content: readContent(kind, fields.content) };
}
