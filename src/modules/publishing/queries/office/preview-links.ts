import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { publicationPreviews, publications } from '../../tables.ts';
import { publicationOf, type StoredPublication } from '../stored-publication.ts';

/** The publication that a preview link shows, with what waits to be published of it; null once the link is over. */
export async function previewedPublication(
  db: Reader,
  secret: string,
  now: Temporal.Instant,
): Promise<{ publication: StoredPublication; expiresAt: Temporal.Instant } | null> {
  const [row] = await db
    .select({ publication: publications, expiresAt: publicationPreviews.expiresAt })
    .from(publicationPreviews)
    .innerJoin(publications, eq(publications.id, publicationPreviews.publicationId))
    .where(
      and(
        eq(publicationPreviews.secretHash, hashSecret(secret)),
        gt(publicationPreviews.expiresAt, now),
        isNull(publications.trashedAt),
      ),
    );
  if (!row) return null;
  const publication = publicationOf(row.publication);
  return {
    publication: { ...publication, fields: publication.pending ?? publication.fields },
    expiresAt: row.expiresAt,
  };
}

/** Until when the preview link of a publication answers; null without one. */
export async function previewOpenUntil(
  db: Reader,
  id: string,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const [row] = await db
    .select({ expiresAt: publicationPreviews.expiresAt })
    .from(publicationPreviews)
    .where(and(eq(publicationPreviews.publicationId, id), gt(publicationPreviews.expiresAt, now)));
  return row?.expiresAt ?? null;
}
