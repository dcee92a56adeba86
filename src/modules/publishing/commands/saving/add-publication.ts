import type { CommandContext } from '#platform/context/context.ts';
import type { PublicationFields } from '../../content/publication-fields.ts';
import type { PublicationKind, PublicationStatus } from '../../domain/publication.ts';
import type { StoredPublication } from '../../queries/stored-publication.ts';
import { publications } from '../../tables.ts';
import { allocateSlug } from './allocate-slug.ts';
import { columnsOf, keepVersion, tellOf } from './write-publication.ts';
import { eq } from 'drizzle-orm';

/** A publication to be. */
export interface NewPublication {
  kind: PublicationKind;
  fields: PublicationFields;
  status: PublicationStatus;
  publishAt?: Temporal.Instant | null;
  slugWish?: string;
}

/** Adds a publication with its first version, its address, and what can be searched. */
export async function addPublication(work: CommandContext, wanted: NewPublication): Promise<StoredPublication> {
  const [id, now] = [work.newId(), work.now()];
  const { kind, fields, status } = wanted;
  const publication: StoredPublication = {
    id,
    kind,
    slug: id,
    version: 1,
    status,
    trashedAt: null,
    fields,
    pending: null,
    personId: work.actor?.personId ?? null,
    moderationNote: '',
    publishAt: wanted.publishAt ?? null,
    publishedAt: status === 'published' ? now : null,
    createdAt: now,
    updatedAt: now,
  };
  const { fields: _, ...row } = publication;
  await work.db.insert(publications).values({ ...row, ...columnsOf(fields) });
  const slug = await allocateSlug(work, id, kind, wanted.slugWish || fields.title);
  await work.db.update(publications).set({ slug }).where(eq(publications.id, id));
  const added = { ...publication, slug };
  await keepVersion(work, added);
  await tellOf(work, added, false, true);
  return added;
}
