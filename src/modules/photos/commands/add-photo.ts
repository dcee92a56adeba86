import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { drawnPicture, insertPicture, pictureWords } from '#platform/pictures/insert-picture.ts';
import { maySendPhotos } from '../policy.ts';
import { photoFacts } from './photo-facts.ts';
import { insertPeople, photoPerson } from './saving/insert-people.ts';
import { photoName } from './saving/locked-photos.ts';
import { settlePhotos } from './saving/settle-photos.ts';

/** The agreement of the people on photos as it is known when they are sent. */
export const firstAgreement = z.object({
  people: z.enum(['unsaid', 'nobody_recognisable', 'people']).default('unsaid'),
  /** Those who already agreed, each by name. */
  agreed: z.array(photoPerson).max(60).default([]),
  means: z.enum(['paper', 'spoken', 'event']).default('paper'),
  wording: z.string().trim().max(1000).default(''),
});

const input = drawnPicture.extend(pictureWords.shape).extend({
  contentHash: z.string().length(64),
  fileName: z.string().trim().max(200),
  isDecorative: z.boolean().default(false),
  facts: photoFacts,
  agreement: firstAgreement,
});

/** Enters a photo, its files already stored, in the bank. The same content is entered once. Run by `keepPhoto`. */
export const addPhoto = command({
  name: 'photos.add',
  input,
  allow: maySendPhotos,
  async run(work, photo) {
    const { contentHash, fileName, isDecorative, facts, agreement } = photo;
    const { rows: known } = await work.db.execute(sql`select 1 from photos where content_hash = ${contentHash}`);
    if (known.length > 0) return refuse('known');
    const imageId = await insertPicture(work, photo);
    const { rowCount } = await work.db
      .execute(sql`insert into photos (image_id, content_hash, file_name, taken_on, occasion,
        place, keywords, is_decorative, is_for_press, rights_note, people, updated_at)
      values (${imageId}, ${contentHash}, ${fileName}, ${facts.takenOn}, ${facts.occasion}, ${facts.place},
        array(select jsonb_array_elements_text(${JSON.stringify(facts.keywords)}::jsonb)), ${isDecorative}, ${facts.isForPress},
        ${facts.rightsNote}, ${agreement.people}, ${work.now().toString()})
      on conflict (hub_id, content_hash) do nothing`);
    // Someone else sent the same photo at the same moment.
    if (rowCount === 0) return refuse('known');
    if (agreement.people === 'people')
      await insertPeople(work, imageId, agreement.agreed, {
        state: 'given',
        means: agreement.means,
        wording: agreement.wording,
      });
    await settlePhotos(work, [imageId]);
    const name = photoName({ alternative: photo.alternative, fileName });
    work.record({ subjectKind: 'photo', subjectId: imageId, summary: `Photothèque : ${name} ajoutée` });
    return accept({ imageId });
  },
});
