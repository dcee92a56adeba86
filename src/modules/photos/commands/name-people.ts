import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { peopleOnPhoto } from '../domain/agreement.ts';
import { mayKeepPhotos } from '../policy.ts';
import { insertPeople, photoPerson } from './saving/insert-people.ts';
import { lockPhotos, uuids } from './saving/locked-photos.ts';
import { settlePhotos } from './saving/settle-photos.ts';
import { chosenPhotos } from './trash-photos.ts';

/** Says whether anyone can be recognised on a photo. What people answered is not undone by it. */
export const sayPeople = command({
  name: 'photos.say-people',
  input: z.object({ imageId: z.uuid(), people: z.enum(peopleOnPhoto) }),
  allow: mayKeepPhotos,
  async run(work, { imageId, people }) {
    const photo = (await lockPhotos(work.db, [imageId])).get(imageId);
    if (!photo || photo.isTrashed) return refuse('not_found');
    const { rows } = await work.db.execute(sql`select 1 from photo_people where image_id = ${imageId} limit 1`);
    if (rows.length > 0 && people !== 'people') return refuse('people_named');
    await work.db.execute(sql`update photos set people = ${people}, version = version + 1 where image_id = ${imageId}`);
    await settlePhotos(work, [imageId]);
    const said = {
      unsaid: 'à préciser',
      nobody_recognisable: 'personne de reconnaissable',
      people: 'on y reconnaît des personnes',
    };
    work.record({ subjectKind: 'photo', subjectId: imageId, summary: `Photothèque : ${said[people]}` });
    return accept({ imageId });
  },
});

/** Names someone on a photo, whose agreement is to be asked. The photo is hidden until it is given. */
export const addPhotoPerson = command({
  name: 'photos.add-person',
  input: z.object({ imageId: z.uuid(), wording: z.string().trim().min(1).max(1000), person: photoPerson }),
  allow: mayKeepPhotos,
  async run(work, { imageId, wording, person }) {
    const photo = (await lockPhotos(work.db, [imageId])).get(imageId);
    if (!photo || photo.isTrashed) return refuse('not_found');
    const [id = ''] = await insertPeople(work, imageId, [person], { state: 'asked', means: '', wording });
    await work.db.execute(sql`update photos set people = 'people', version = version + 1 where image_id = ${imageId}`);
    await settlePhotos(work, [imageId]);
    work.record({
      subjectKind: 'photo',
      subjectId: imageId,
      summary: 'Photothèque : une personne nommée, accord à demander',
    });
    return accept({ id });
  },
});

/**
 * Notes agreements already given for photos, by people named: a signed sheet, an answer at an event. For the staff, and for
 * the modules where people sign in to something.
 */
export const notePeopleAgreement = command({
  name: 'photos.note-agreement',
  input: chosenPhotos.extend({
    people: z.array(photoPerson).min(1, 'Dites qui a donné son accord.').max(60),
    means: z.enum(['paper', 'spoken', 'event']),
    wording: z.string().trim().min(1).max(1000),
  }),
  allow: mayKeepPhotos,
  async run(work, { ids, people, means, wording }) {
    const photos = [...(await lockPhotos(work.db, ids)).values()].filter(({ isTrashed }) => !isTrashed);
    const found = photos.map(({ id }) => id);
    if (found.length === 0) return refuse('not_found');
    for (const id of found) await insertPeople(work, id, people, { state: 'given', means, wording });
    await work.db.execute(
      sql`update photos set people = 'people', version = version + 1 where image_id = any (${uuids(found)}::uuid[])`,
    );
    await settlePhotos(work, found);
    for (const id of found)
      work.record({
        subjectKind: 'photo',
        subjectId: id,
        summary: `Photothèque : accord de ${plural(people.length, 'personne')} noté`,
      });
    return accept({ count: found.length });
  },
});

/** Takes off someone named by mistake. A refusal stays: it is what keeps the photo hidden. */
export const removePhotoPerson = command({
  name: 'photos.remove-person',
  input: z.object({ photoPersonId: z.uuid() }),
  allow: mayKeepPhotos,
  async run(work, { photoPersonId }) {
    const { rows } = await work.db.execute<{ id: string }>(
      sql`select image_id as id from photo_people where id = ${photoPersonId}`,
    );
    const imageId = rows[0]?.id;
    if (!imageId) return refuse('not_found');
    await lockPhotos(work.db, [imageId]);
    const { rowCount } = await work.db.execute(
      sql`delete from photo_people where id = ${photoPersonId} and state in ('asked', 'given')`,
    );
    if (rowCount === 0) return refuse('has_refused');
    await settlePhotos(work, [imageId]);
    work.record({
      subjectKind: 'photo',
      subjectId: imageId,
      summary: 'Photothèque : une personne nommée par erreur retirée',
    });
    return accept({ imageId });
  },
});
