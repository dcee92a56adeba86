import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepPhotos } from '../policy.ts';
import { photoFacts } from './photo-facts.ts';
import { lockPhotos, uuids } from './saving/locked-photos.ts';
import { settlePhotos } from './saving/settle-photos.ts';
import { chosenPhotos } from './trash-photos.ts';

/** One thing to say of many photos at once. */
const change = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('keywords'),
    value: photoFacts.shape.keywords.pipe(z.array(z.string()).min(1, 'Écrivez un mot-clé.')),
  }),
  z.object({ act: z.literal('credit'), value: z.string().trim().min(2, 'Dites qui a pris ces photos.').max(120) }),
  z.object({
    act: z.literal('occasion'),
    value: photoFacts.shape.occasion.pipe(z.string().min(1, 'Dites à quelle occasion.')),
  }),
  z.object({ act: z.literal('takenOn'), value: z.iso.date('Cette date n’existe pas.') }),
  z.object({ act: z.literal('press'), value: z.boolean() }),
  z.object({ act: z.literal('nobody') }),
]);

const input = chosenPhotos.and(change);

/** Says the same thing of many photos: keywords, credit, occasion, day, « libre pour la presse », nobody on them. */
export const changePhotos = command({
  name: 'photos.change',
  input,
  allow: mayKeepPhotos,
  async run(work, { ids, ...asked }) {
    const photos = [...(await lockPhotos(work.db, ids)).values()].filter(({ isTrashed }) => !isTrashed);
    const found = photos.map(({ id }) => id);
    if (found.length === 0) return refuse('not_found');
    if (asked.act === 'credit')
      await work.db.execute(
        sql`update stored_images set credit = ${asked.value} where id = any (${uuids(found)}::uuid[])`,
      );
    await work.db.execute(sql`update photos p set ${assignment(asked)}, version = version + 1,
      updated_at = ${work.now().toString()} where image_id = any (${uuids(found)}::uuid[])`);
    await settlePhotos(work, found);
    for (const id of found)
      work.record({
        subjectKind: 'photo',
        subjectId: id,
        summary: `Photothèque : ${says(asked)} (${plural(found.length, 'photo')})`,
      });
    return accept({ count: found.length });
  },
});

function assignment(asked: z.output<typeof change>): SQL {
  switch (asked.act) {
    case 'keywords': {
      const added = JSON.stringify(asked.value);
      return sql`keywords = (select (array_agg(distinct word order by word))[1:30]
        from unnest(p.keywords || array(select jsonb_array_elements_text(${added}::jsonb))) word)`;
    }
    case 'credit':
      return sql`people = people`;
    case 'occasion':
      return sql`occasion = ${asked.value}`;
    case 'takenOn':
      return sql`taken_on = ${asked.value}`;
    case 'press':
      return sql`is_for_press = ${asked.value}`;
    case 'nobody':
      // Where people are named, somebody looked already: said one photo at a time.
      return sql`people = case when exists (select from photo_people a where a.hub_id = p.hub_id and a.image_id = p.image_id)
        then p.people else 'nobody_recognisable' end`;
  }
}

function says(asked: z.output<typeof change>): string {
  switch (asked.act) {
    case 'keywords':
      return `mots-clés ajoutés, ${asked.value.join(', ')}`;
    case 'credit':
      return 'crédit changé';
    case 'occasion':
      return `occasion « ${asked.value} »`;
    case 'takenOn':
      return 'date changée';
    case 'press':
      return asked.value ? 'libre pour la presse' : 'plus proposée à la presse';
    case 'nobody':
      return 'personne de reconnaissable';
  }
}
