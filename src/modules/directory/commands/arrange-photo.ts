import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { organizationChanged } from '../facts.ts';
import { mayKeepDirectory } from '../policy.ts';

const input = z.object({ photoId: z.uuid(), act: z.enum(['cover', 'remove']) });

/** Makes a photo the cover of its sheet, or takes it off. */
export const arrangePhoto = command({
  name: 'directory.arrange-photo',
  input,
  allow: mayKeepDirectory,
  async run(work, { photoId, act }) {
    const { rows } = await work.db.execute<{
      organization_id: string;
      name: string;
      image: { imageId: string; credit: string; alternative: string };
    }>(sql`select p.organization_id, o.name,
        json_build_object('imageId', p.image_id, 'credit', p.credit, 'alternative', p.alternative) as image
      from organization_photos p
      join organizations o on o.hub_id = p.hub_id and o.id = p.organization_id where p.id = ${photoId} for update of o`);
    const sheet = rows[0];
    if (!sheet) return refuse('not_found');
    if (act === 'remove') await work.db.execute(sql`delete from organization_photos where id = ${photoId}`);
    await work.db.execute(sql`update organization_photos p set position = o.place - 1
      from (select id, row_number() over (order by id = ${photoId} desc, position, id) as place
        from organization_photos where organization_id = ${sheet.organization_id}) o where p.id = o.id`);
    work.publish(organizationChanged(sheet.organization_id));
    work.record({
      subjectKind: 'organization',
      subjectId: sheet.organization_id,
      summary:
        act === 'remove' ? `Photo retirée de « ${sheet.name} »` : `Photo de couverture changée pour « ${sheet.name} »`,
    });
    return accept({ organizationId: sheet.organization_id, photo: sheet.image });
  },
});
