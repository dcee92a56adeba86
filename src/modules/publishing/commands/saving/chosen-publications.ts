import { asc, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { CommandContext } from '#platform/context/context.ts';
import { mayEdit, mayRunSite } from '../../policy.ts';
import { readPublishingSettings } from '../../queries/publishing-settings.ts';
import { publicationOf, type StoredPublication } from '../../queries/stored-publication.ts';
import { publications } from '../../tables.ts';

/** The publications ticked in a list, or the one of a page. */
export const chosenPublications = z.object({
  ids: z
    .array(z.uuid())
    .min(1, 'Choisissez au moins une publication.')
    .max(1000, 'Choisissez moins de 1 000 publications à la fois.'),
});

/** Those of these ids that the actor may change, locked in the order of their ids so that two acts never wait for each other. */
export async function lockChosen(
  work: CommandContext,
  ids: readonly string[],
  where: 'in use' | 'in the trash' = 'in use',
): Promise<StoredPublication[]> {
  const rows = await work.db
    .select()
    .from(publications)
    .where(inArray(publications.id, [...ids]))
    .orderBy(asc(publications.id))
    .for('update');
  const { trustedRoles } = mayRunSite(work.actor) ? { trustedRoles: [] } : await readPublishingSettings(work.db);
  return rows
    .map(publicationOf)
    .filter((one) => (one.trashedAt !== null) === (where === 'in the trash') && mayEdit(work.actor, one, trustedRoles));
}
