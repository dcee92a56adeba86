import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { mayKeepPhotos } from '../policy.ts';
import { lockPhotos, photoName, uuids } from './saving/locked-photos.ts';
import { settlePhotos } from './saving/settle-photos.ts';

/** Photos chosen in a list. */
export const chosenPhotos = z.object({
  ids: z.array(z.uuid()).min(1, 'Choisissez au moins une photo.').max(500, 'Pas plus de 500 photos à la fois.'),
});

/** Takes photos off the site and puts them in the trash, from which they come back as they were. */
export const trashPhotos = command({
  name: 'photos.trash',
  input: chosenPhotos,
  allow: mayKeepPhotos,
  run: async (work, { ids }) => accept({ ids: await move(work, ids, true) }),
});

/** Brings photos back from the trash. Those withheld stay so. */
export const restorePhotos = command({
  name: 'photos.restore',
  input: chosenPhotos,
  allow: mayKeepPhotos,
  run: async (work, { ids }) => accept({ ids: await move(work, ids, false) }),
});

async function move(work: CommandContext, ids: readonly string[], toTrash: boolean): Promise<string[]> {
  const photos = [...(await lockPhotos(work.db, ids)).values()].filter(({ isTrashed }) => isTrashed !== toTrash);
  const moved = photos.map(({ id }) => id);
  const at = toTrash ? work.now().toString() : null;
  await work.db.execute(sql`update photos set trashed_at = ${at}, updated_at = ${work.now().toString()}
    where image_id = any (${uuids(moved)}::uuid[])`);
  await work.db.execute(sql`update stored_images set removed_at = ${at} where id = any (${uuids(moved)}::uuid[])`);
  await settlePhotos(work, moved);
  for (const photo of photos) {
    const act = toTrash ? 'mise à la corbeille' : 'reprise de la corbeille';
    work.record({ subjectKind: 'photo', subjectId: photo.id, summary: `Photothèque : ${photoName(photo)} ${act}` });
  }
  if (photos.length === 0)
    work.record({ subjectKind: 'photo', subjectId: null, summary: 'Photothèque : aucune photo à déplacer' });
  return moved;
}
