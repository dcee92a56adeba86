import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { organizationChanged } from '../facts.ts';
import { mayKeepDirectory } from '../policy.ts';
import { lockOrganizations } from './saving/stored-organization.ts';

const input = z.object({
  organizationId: z.uuid(),
  /** A picture of the photo bank. */
  imageId: z.uuid(),
  credit: z.string().trim().min(2, 'Dites qui a pris la photo.').max(200),
  alternative: z.string().trim().max(300).default(''),
});

/** Adds a picture at the end of a sheet's photos; the first one is its cover. */
export const attachPhoto = command({
  name: 'directory.attach-photo',
  input,
  allow: mayKeepDirectory,
  async run(work, { organizationId, imageId, credit, alternative }) {
    const stored = (await lockOrganizations(work.db, [organizationId])).get(organizationId);
    if (!stored || stored.trashedAt !== null) return refuse('not_found');
    const { rows: images } = await work.db.execute<{ isThere: boolean }>(sql`
      select exists (select from organization_photos p where p.image_id = i.id and p.organization_id = ${organizationId}) as "isThere"
      from stored_images i where i.id = ${imageId} and i.removed_at is null`);
    if (!images[0]) return refuse('not_found');
    if (images[0].isThere) return refuse('photo_already_there');
    const id = work.newId();
    await work.db
      .execute(sql`insert into organization_photos (id, organization_id, image_id, position, credit, alternative)
      values (${id}, ${organizationId}, ${imageId},
        (select coalesce(max(position) + 1, 0) from organization_photos where organization_id = ${organizationId}), ${credit}, ${alternative})`);
    work.publish(organizationChanged(organizationId));
    work.record({
      subjectKind: 'organization',
      subjectId: organizationId,
      summary: `Photo ajoutée à « ${stored.profile.name} »`,
    });
    return accept({ id });
  },
});
