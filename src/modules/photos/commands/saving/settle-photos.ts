import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { isWithheld, type AgreementState, type PeopleOnPhoto } from '../../domain/agreement.ts';
import { photosChanged } from '../../facts.ts';
import { uuids } from './locked-photos.ts';

/**
 * Draws the consequences of a change: what the search of the bank reads, and whether each photo shows or is withheld.
 * Ends every command that changes photos.
 */
export async function settlePhotos(work: CommandContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await work.db.execute<{ id: string; people: PeopleOnPhoto; states: AgreementState[] }>(sql`
    select p.image_id as id, p.people, array_remove(array_agg(a.state), null) as states
    from photos p left join photo_people a on a.hub_id = p.hub_id and a.image_id = p.image_id
    where p.image_id = any (${uuids(ids)}::uuid[]) group by p.image_id, p.people`);
  const hidden = rows.filter(({ people, states }) => isWithheld(people, states)).map(({ id }) => id);
  await work.db.execute(sql`update stored_images
    set withheld_at = case when id = any (${uuids(hidden)}::uuid[]) then coalesce(withheld_at, ${work.now().toString()}) end
    where id = any (${uuids(ids)}::uuid[])`);
  await work.db.execute(sql`update photos p set folded_words = essaim_fold(concat_ws(' ', i.alternative, i.credit,
      p.occasion, p.place, array_to_string(p.keywords, ' '), p.rights_note, p.file_name))
    from stored_images i where i.hub_id = p.hub_id and i.id = p.image_id and p.image_id = any (${uuids(ids)}::uuid[])`);
  work.publish(photosChanged(ids));
}
