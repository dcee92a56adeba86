import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { openPictures } from '#platform/pictures/open-pictures.ts';
import { openFiles } from '#platform/stored-files/index.ts';
import { filesOf, imagesOf, type PublicationFields } from '../../content/publication-fields.ts';
import type { PublicationStatus } from '../../domain/publication.ts';
import { publicationChanged, publicationPublished } from '../../facts.ts';
import type { StoredPublication } from '../../queries/stored-publication.ts';
import { publications, publicationVersions } from '../../tables.ts';
import { allocateSlug } from './allocate-slug.ts';
import { keepSender } from '../moderation/keep-sender.ts';
import { hideLeftovers } from './hide-leftovers.ts';
import { indexPublication } from './index-publication.ts';

/** What changes of a publication; what is left out stays. */
export interface PublicationChange {
  fields?: PublicationFields;
  pending?: PublicationFields | null;
  status?: PublicationStatus;
  trashedAt?: Temporal.Instant | null;
  publishAt?: Temporal.Instant | null;
  moderationNote?: string;
  /** A new wish for its address; the former one keeps leading here. */
  slugWish?: string;
}

/** The columns that hold the fields. */
export function columnsOf(fields: PublicationFields) {
  const { happenedOn, reviewOn, ...others } = fields;
  return {
    ...others,
    happenedOn: happenedOn === null ? null : Temporal.PlainDate.from(happenedOn),
    reviewOn: reviewOn === null ? null : Temporal.PlainDate.from(reviewOn),
  };
}

/**
 * Writes a change of a locked publication: its next version, its address, what can be searched, and the facts. Every
 * command goes through here, so that none forgets one of them.
 */
export async function writePublication(
  work: CommandContext,
  stored: StoredPublication,
  change: PublicationChange,
): Promise<StoredPublication> {
  const { fields = stored.fields, status = stored.status } = change;
  const next: StoredPublication = {
    ...stored,
    fields,
    status,
    version: stored.version + 1,
    slug:
      change.slugWish === undefined ? stored.slug : await allocateSlug(work, stored.id, stored.kind, change.slugWish),
    pending: change.pending === undefined ? stored.pending : change.pending,
    trashedAt: change.trashedAt === undefined ? stored.trashedAt : change.trashedAt,
    publishAt: change.publishAt === undefined ? stored.publishAt : change.publishAt,
    moderationNote: change.moderationNote ?? stored.moderationNote,
    publishedAt: stored.publishedAt ?? (status === 'published' ? work.now() : null),
    updatedAt: work.now(),
  };
  const { slug, version, pending, trashedAt, publishAt, moderationNote, publishedAt, updatedAt } = next;
  await work.db
    .update(publications)
    .set({
      ...columnsOf(fields),
      slug,
      version,
      status,
      pending,
      trashedAt,
      publishAt,
      moderationNote,
      publishedAt,
      updatedAt,
    })
    .where(eq(publications.id, stored.id));
  await keepVersion(work, next);
  await tellOf(work, next, isPublic(stored), stored.publishedAt === null);
  if (isPublic(stored)) await hideLeftovers(work, stored.fields);
  return next;
}

/** Records what a version says. */
export async function keepVersion(work: CommandContext, publication: StoredPublication): Promise<void> {
  await work.db.insert(publicationVersions).values({
    publicationId: publication.id,
    version: publication.version,
    fields: publication.pending ?? publication.fields,
    wasPublic: isPublic(publication) && publication.pending === null,
    savedAt: work.now(),
    personId: work.actor?.personId ?? null,
    savedBy: work.actor?.name ?? 'Le site',
  });
}

/** Puts the search and the rest of the site in step with a publication just written. */
export async function tellOf(
  work: CommandContext,
  publication: StoredPublication,
  wasPublic: boolean,
  isFirst: boolean,
): Promise<void> {
  await indexPublication(work, publication);
  if (isPublic(publication)) {
    await openPictures(work.db, imagesOf(publication.fields));
    await openFiles(work.db, filesOf(publication.fields));
  }
  const { actor } = work;
  if (publication.status === 'proposed' && actor && publication.personId === actor.personId)
    await keepSender(work, publication.id, { name: actor.name, email: '', personId: actor.personId });
  const { id, kind } = publication;
  if (wasPublic || isPublic(publication)) work.publish(publicationChanged(id, kind));
  if (isFirst && isPublic(publication)) work.publish(publicationPublished(id, kind));
}

function isPublic({ status, trashedAt }: StoredPublication): boolean {
  return status === 'published' && trashedAt === null;
}
