import { sql } from 'drizzle-orm';
import type { Transaction } from '#platform/db/database.ts';
import type { PeopleOnPhoto } from '../../domain/agreement.ts';

/** What a command needs to know of a photo before it changes it. */
export interface LockedPhoto extends Record<string, unknown> {
  id: string;
  version: number;
  people: PeopleOnPhoto;
  isTrashed: boolean;
  alternative: string;
  fileName: string;
  keywords: string[];
}

/** A list of ids as PostgreSQL reads it; they were checked to be ids. */
export const uuids = (ids: readonly string[]): string => `{${ids.join(',')}}`;

/** The photos of these ids, kept from other changes until the end of the transaction. */
export async function lockPhotos(tx: Transaction, ids: readonly string[]): Promise<Map<string, LockedPhoto>> {
  const { rows } = await tx.execute<LockedPhoto>(sql`
    select p.image_id as id, p.version, p.people, p.trashed_at is not null as "isTrashed", i.alternative,
      p.file_name as "fileName", p.keywords
    from photos p join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id
    where p.image_id = any (${uuids(ids)}::uuid[]) order by p.image_id for update of p`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** How the audit trail calls a photo. */
export function photoName({ alternative, fileName }: Pick<LockedPhoto, 'alternative' | 'fileName'>): string {
  const words = alternative || fileName;
  return words ? `la photo « ${words.length > 80 ? `${words.slice(0, 79)}…` : words} »` : 'une photo';
}
