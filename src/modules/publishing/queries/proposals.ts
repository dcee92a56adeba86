import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import type { PublicationKind } from '../domain/publication.ts';
import { publicationFollowLinks, publications, publicationSenders } from '../tables.ts';
import { readPublication, type StoredPublication } from './stored-publication.ts';

/** Who proposed something. */
export interface ProposalSender {
  name: string;
  /** Empty when her record holds it. */
  email: string;
  personId: string | null;
  sentAt: Temporal.Instant;
  /** The version of which she was last told. */
  toldVersion: number;
}

export async function senderOf(db: Reader, publicationId: string): Promise<ProposalSender | null> {
  const [row] = await db
    .select({
      name: publicationSenders.name,
      email: publicationSenders.email,
      personId: publicationSenders.personId,
      sentAt: publicationSenders.sentAt,
      toldVersion: publicationSenders.toldVersion,
    })
    .from(publicationSenders)
    .where(eq(publicationSenders.publicationId, publicationId));
  return row ?? null;
}

/** What a private link follows; nothing once the proposal is in the trash. */
export async function followedProposal(db: Reader, secret: string): Promise<StoredPublication | null> {
  const [link] = await db
    .select({ id: publicationFollowLinks.publicationId })
    .from(publicationFollowLinks)
    .where(eq(publicationFollowLinks.secretHash, hashSecret(secret)));
  const publication = link ? await readPublication(db, link.id) : null;
  return publication && !publication.trashedAt ? publication : null;
}

/** A proposal that waits to be read. */
export interface WaitingProposal {
  id: string;
  kind: PublicationKind;
  title: string;
  /** Who proposes; empty for a proposal whose author was forgotten. */
  sender: string;
  since: Temporal.Instant;
}

/** The proposals that wait, the oldest first. */
export async function waitingProposals(db: Reader, limit: number): Promise<WaitingProposal[]> {
  const rows = await db
    .select({
      id: publications.id,
      kind: publications.kind,
      title: publications.title,
      sender: publicationSenders.name,
      since: publications.updatedAt,
    })
    .from(publications)
    .leftJoin(publicationSenders, eq(publicationSenders.publicationId, publications.id))
    .where(and(eq(publications.status, 'proposed'), isNull(publications.trashedAt)))
    .orderBy(asc(publications.updatedAt), publications.id)
    .limit(limit);
  return rows.map((row) => ({ ...row, sender: row.sender ?? '' }));
}
