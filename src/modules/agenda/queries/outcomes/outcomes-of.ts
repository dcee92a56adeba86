import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { readPictures, type StoredPicture } from '#platform/pictures/picture.ts';
import { readStoredFiles, type StoredFile } from '#platform/stored-files/index.ts';
import { agendaOutcomes } from '../../tables.ts';

/** What came out of a past date, as it is kept. */
export type StoredOutcome = Omit<typeof agendaOutcomes.$inferSelect, 'hubId'>;

/** The same with what can be shown of it. */
export interface ShownOutcome extends StoredOutcome {
  /** Those removed or withheld (someone on it did not agree) left out, in the order chosen. */
  shownPhotos: readonly StoredPicture[];
  shownFiles: readonly StoredFile[];
}

export async function outcomeOf(db: Reader, occurrenceId: string): Promise<StoredOutcome | null> {
  const [row] = await db.select().from(agendaOutcomes).where(eq(agendaOutcomes.occurrenceId, occurrenceId));
  return row ?? null;
}

/** What came out of a date, with its photos and documents; null when nothing was told. For a public event only. */
export async function shownOutcome(db: Reader, occurrenceId: string): Promise<ShownOutcome | null> {
  const outcome = await outcomeOf(db, occurrenceId);
  if (!outcome || outcome.isDismissed) return null;
  const shown = await withMedia(db, outcome);
  return { ...shown, shownPhotos: shown.shownPhotos.filter(({ visibility }) => visibility === 'public') };
}

/** An outcome with its photos and documents. */
export async function withMedia(db: Reader, outcome: StoredOutcome): Promise<ShownOutcome> {
  const [pictures, files] = await Promise.all([readPictures(db, outcome.photos), readStoredFiles(db, outcome.files)]);
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  return { ...outcome, shownPhotos: outcome.photos.flatMap((id) => byId.get(id) ?? []), shownFiles: files };
}

/** What a card of a past date announces. */
export interface OutcomeMark {
  photos: number;
  files: number;
  attended: number | null;
}

/** By date, for lists of past events; dates of which nothing was told are left out. */
export async function outcomeMarks(
  db: Reader,
  occurrenceIds: readonly string[],
): Promise<ReadonlyMap<string, OutcomeMark>> {
  if (occurrenceIds.length === 0) return new Map();
  const rows = await db
    .select({
      id: agendaOutcomes.occurrenceId,
      photos: agendaOutcomes.photos,
      files: agendaOutcomes.files,
      attended: agendaOutcomes.attended,
    })
    .from(agendaOutcomes)
    .where(and(inArray(agendaOutcomes.occurrenceId, [...occurrenceIds]), eq(agendaOutcomes.isDismissed, false)));
  const shown = await readPictures(
    db,
    rows.flatMap(({ photos }) => photos),
  );
  const ids = new Set(shown.map(({ id }) => id));
  return new Map(
    rows.map(({ id, photos, files, attended }) => [
      id,
      { photos: photos.filter((photo) => ids.has(photo)).length, files: files.length, attended },
    ]),
  );
}
