import { asc, eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { readPictures, type StoredPicture } from '#platform/pictures/picture.ts';
import { mailingItems, mailings } from '../tables.ts';

export type StoredMailing = typeof mailings.$inferSelect;
export type StoredItem = typeof mailingItems.$inferSelect;

/** An information of a mailing with its picture, unless that was withdrawn since. */
export type WrittenItem = Omit<StoredItem, 'hubId' | 'mailingId'> & { picture: StoredPicture | null };

/** A mailing as it is written. */
export interface WrittenMailing extends Omit<StoredMailing, 'hubId'> {
  items: WrittenItem[];
}

/** A mailing with its informations in order; null when there is none of this id. */
export async function readMailing(db: Reader, id: string): Promise<WrittenMailing | null> {
  const [mailing] = await db.select().from(mailings).where(eq(mailings.id, id));
  return mailing ? { ...mailing, items: await itemsOf(db, id) } : null;
}

/** The same, by its address in the archive. */
export async function readMailingBySlug(db: Reader, slug: string): Promise<WrittenMailing | null> {
  const [mailing] = await db.select().from(mailings).where(eq(mailings.slug, slug));
  return mailing ? { ...mailing, items: await itemsOf(db, mailing.id) } : null;
}

async function itemsOf(db: Reader, mailingId: string): Promise<WrittenItem[]> {
  const rows = await db
    .select()
    .from(mailingItems)
    .where(eq(mailingItems.mailingId, mailingId))
    .orderBy(asc(mailingItems.position), asc(mailingItems.id));
  const pictures = await readPictures(
    db,
    rows.flatMap((row) => row.pictureId ?? []),
  );
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  return rows.map((row) => ({ ...row, picture: (row.pictureId && byId.get(row.pictureId)) || null }));
}
