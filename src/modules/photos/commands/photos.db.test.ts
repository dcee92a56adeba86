import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Role } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { readPicture } from '#platform/pictures/picture.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { emptyPhotoTrash } from '../jobs/empty-trash.ts';
import { noFilter, photoList, type PhotoFilters } from '../queries/photo-list.ts';
import { photoSheet } from '../queries/photo-sheet.ts';
import { aJpeg, aPhoto, photoPorts } from '../testing/builders.ts';
import { changePhotos } from './change-photos.ts';
import { describePhoto } from './describe-photo.ts';
import { keepPhoto } from './keep-photo.ts';
import { replacePhoto } from './replace-photo.ts';
import { restorePhotos, trashPhotos } from './trash-photos.ts';

let database: TestDatabase;
let ports: Awaited<ReturnType<typeof photoPorts>>;
beforeAll(async () => {
  database = await openTestDatabase();
  ports = await photoPorts();
});
afterAll(async () => {
  await ports.close();
  await database.close();
});

async function office(...roles: Role[]) {
  return contextOf(
    database,
    await newHub(database),
    actorWith(...(roles.length > 0 ? roles : (['employee'] as const))),
  );
}
type Office = Awaited<ReturnType<typeof office>>;

const nowhere = async () => [];

async function listed(ctx: Office, filters: Partial<PhotoFilters>): Promise<string[]> {
  return (await photoList(ctx, { ...noFilter, ...filters }, 1, nowhere)).rows.map(({ id }) => id);
}

async function fileCount(): Promise<number> {
  let count = 0;
  for await (const _ of ports.files.list()) count += 1;
  return count;
}

describe('sending a photo', () => {
  it('keeps it in several sizes with the day of the camera', async () => {
    const ctx = await office();
    const id = await aPhoto(ctx, ports, { bytes: await aJpeg({ IFD2: { DateTimeOriginal: '2026:05:17 10:00:00' } }) });
    expect(await photoSheet(ctx.db, id)).toMatchObject({
      takenOn: '2026-05-17',
      credit: 'Anna Le Goff',
      people: 'unsaid',
    });
    expect((await readPicture(ctx.db, id))?.variants.map(({ format }) => format)).toEqual(
      expect.arrayContaining(['avif', 'webp', 'jpeg']),
    );
    expect(ctx.witness.facts).toEqual([{ type: 'photosChanged', ids: [id] }]);
  });

  it('lets the day typed win over the camera’s', async () => {
    const ctx = await office();
    const bytes = await aJpeg({ IFD2: { DateTimeOriginal: '2026:05:17 10:00:00' } });
    const id = await aPhoto(ctx, ports, { bytes, facts: { takenOn: '2025-01-02' } });
    expect(await photoSheet(ctx.db, id)).toMatchObject({ takenOn: '2025-01-02' });
  });

  it('recognises the same photo sent again, even twice at once', async () => {
    const ctx = await office();
    const photo = { bytes: await aJpeg(), fileName: 'a.jpg', alternative: 'Un', credit: 'Anna Le Goff' };
    const both = await Promise.all([keepPhoto(ctx, ports, photo), keepPhoto(ctx, ports, photo)]);
    const files = await fileCount();
    const again = unwrap(await keepPhoto(ctx, ports, { ...photo, alternative: 'Deux' }));
    const ids = new Set([...both.map((outcome) => unwrap(outcome).imageId), again.imageId]);
    expect(ids.size).toBe(1);
    expect(again.wasKnown).toBe(true);
    expect(both.filter((outcome) => !unwrap(outcome).wasKnown)).toHaveLength(1);
    expect(await fileCount()).toBe(files);
    expect(await listed(ctx, {})).toHaveLength(1);
    expect(await photoSheet(ctx.db, again.imageId)).toMatchObject({ alternative: 'Un' });
  });

  it('is another photo in another hub', async () => {
    const [here, there] = [await office(), await office()];
    const bytes = await aJpeg();
    const id = await aPhoto(here, ports, { bytes });
    expect(await aPhoto(there, ports, { bytes })).not.toBe(id);
    expect(await photoSheet(there.db, id)).toBe(null);
  });

  it('refuses what is no photo with words that help, and leaves nothing behind', async () => {
    const ctx = await office();
    const files = await fileCount();
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(40)]);
    const huge = await sharp({ create: { width: 10_000, height: 6_000, channels: 3, background: '#247' } })
      .png()
      .toBuffer();
    const broken = (await aJpeg()).slice(0, 200);
    const tell = async (bytes: Uint8Array): Promise<string> => {
      const outcome = await keepPhoto(ctx, ports, { bytes, fileName: 'x', alternative: '', credit: '' });
      return outcome.ok ? 'kept' : (outcome.fields['file'] ?? '');
    };
    expect(await tell(heic)).toMatch(/HEIC.*Réglages.*JPEG/);
    expect(await tell(huge)).toMatch(/trop de pixels/);
    expect(await tell(broken)).toMatch(/abîmée/);
    expect(await tell(Buffer.from('<svg onload=alert(1)>'))).toMatch(/pas une photo/);
    expect(await fileCount()).toBe(files);
    expect(await listed(ctx, {})).toEqual([]);
  });

  it('is for those who have a place in the hub', async () => {
    const bytes = await aJpeg();
    for (const [role, may] of [
      ['member', true],
      ['board_member', true],
      ['operator', false],
    ] as const) {
      const ctx = await office(role);
      const outcome = await keepPhoto(ctx, ports, { bytes, fileName: 'x', alternative: '', credit: '' });
      expect([role, outcome.ok]).toEqual([role, may]);
    }
  });
});

describe('describing', () => {
  const words = {
    alternative: 'Une fanfare sur la place',
    credit: 'Youn Morvan',
    visibility: 'public',
    isDecorative: false,
    focalX: '30',
    focalY: 70,
    keywords: 'musique, Fête',
    takenOn: null,
  };

  it('keeps all that is said, and finds it by any word, accents forgiven', async () => {
    const ctx = await office();
    const id = await aPhoto(ctx, ports, { alternative: '' });
    unwrap(await execute(ctx, describePhoto, { ...words, imageId: id, version: 1, occasion: 'Fête de la récup' }));
    expect(await photoSheet(ctx.db, id)).toMatchObject({
      keywords: ['musique', 'fête'],
      focalX: 30,
      focalY: 70,
      version: 2,
    });
    expect(await readPicture(ctx.db, id)).toMatchObject({ focalX: 30, alternative: 'Une fanfare sur la place' });
    for (const asked of ['fanfare', 'RECUP fete', 'morvan', 'musique'])
      expect([asked, await listed(ctx, { words: asked })]).toEqual([asked, [id]]);
    expect(await listed(ctx, { words: 'fanfare 100%' })).toEqual([]);
  });

  it('does not write over what someone else saved meanwhile', async () => {
    const ctx = await office();
    const id = await aPhoto(ctx, ports);
    unwrap(await execute(ctx, describePhoto, { ...words, imageId: id, version: 1 }));
    expect(await execute(ctx, describePhoto, { ...words, imageId: id, version: 1 })).toMatchObject({
      reason: 'changed_since',
    });
  });

  it('refuses a point out of the picture and a day that is none', async () => {
    const ctx = await office();
    const id = await aPhoto(ctx, ports);
    const outcome = await execute(ctx, describePhoto, {
      ...words,
      imageId: id,
      version: 1,
      focalX: 130,
      takenOn: '2026-02-31',
    });
    expect(outcome).toMatchObject({ fields: { focalX: 'Entre 0 et 100.', takenOn: 'Cette date n’existe pas.' } });
  });

  it('is not for members', async () => {
    const ctx = await office('member');
    const id = await aPhoto(ctx, ports);
    expect(await execute(ctx, describePhoto, { ...words, imageId: id, version: 1 })).toMatchObject({
      reason: 'forbidden',
    });
    expect(await execute(ctx, trashPhotos, { ids: [id] })).toMatchObject({ reason: 'forbidden' });
  });
});

describe('the list', () => {
  it('narrows by day, occasion, lack of words and of use', async () => {
    const ctx = await office();
    const old = await aPhoto(ctx, ports, { facts: { takenOn: '2020-03-01', occasion: 'Marché' } });
    const mute = await aPhoto(ctx, ports, { alternative: '', facts: { takenOn: '2026-03-01' } });
    expect(await listed(ctx, { to: '2021-01-01' })).toEqual([old]);
    expect(await listed(ctx, { from: '2021-01-01' })).toEqual([mute]);
    expect(await listed(ctx, { occasion: 'Marché' })).toEqual([old]);
    expect(await listed(ctx, { lacksAlternative: true })).toEqual([mute]);
    const uses = async () => [{ imageId: old, label: 'Une page', href: '/', isPublic: true }];
    const unused = await photoList(ctx, { ...noFilter, isUnused: true }, 1, uses);
    expect(unused.rows.map(({ id }) => id)).toEqual([mute]);
    expect(unused.count).toBe(1);
  });

  it('says the same of many at once', async () => {
    const ctx = await office();
    const ids = [await aPhoto(ctx, ports, { facts: { keywords: 'ancien' } }), await aPhoto(ctx, ports)];
    const change = (asked: object) => execute(ctx, changePhotos, { ids, ...asked } as never);
    unwrap(await change({ act: 'keywords', value: 'Récup, vélo' }));
    unwrap(await change({ act: 'credit', value: 'Soizic Kervella' }));
    unwrap(await change({ act: 'press', value: true }));
    unwrap(await change({ act: 'nobody' }));
    expect(await photoSheet(ctx.db, ids[0] ?? '')).toMatchObject({
      keywords: ['ancien', 'récup', 'vélo'],
      credit: 'Soizic Kervella',
      isForPress: true,
      people: 'nobody_recognisable',
    });
    expect(await listed(ctx, { words: 'kervella' })).toHaveLength(2);
    expect(await change({ act: 'keywords', value: ' , ' })).toMatchObject({ fields: { value: 'Écrivez un mot-clé.' } });
  });
});

describe('the trash', () => {
  it('takes a photo off everywhere and gives it back as it was', async () => {
    const ctx = await office();
    const id = await aPhoto(ctx, ports);
    unwrap(await execute(ctx, trashPhotos, { ids: [id] }));
    expect(await readPicture(ctx.db, id)).toBe(null);
    expect(await listed(ctx, {})).toEqual([]);
    expect(await listed(ctx, { isTrash: true })).toEqual([id]);
    unwrap(await execute(ctx, restorePhotos, { ids: [id] }));
    expect(await readPicture(ctx.db, id)).not.toBe(null);
  });

  it('gives back a photo sent again by its keepers, and to nobody else', async () => {
    const ctx = await office();
    const photo = { bytes: await aJpeg(), fileName: 'a.jpg', alternative: 'Un', credit: 'Anna' };
    const { imageId } = unwrap(await keepPhoto(ctx, ports, photo));
    unwrap(await execute(ctx, trashPhotos, { ids: [imageId] }));
    const member = contextOf(database, ctx.hubId, actorWith('member'));
    expect(await keepPhoto(member, ports, photo)).toMatchObject({ reason: 'trashed' });
    expect(unwrap(await keepPhoto(ctx, ports, photo))).toEqual({ imageId, wasKnown: true });
    expect(await readPicture(ctx.db, imageId)).not.toBe(null);
  });

  it('is emptied after thirty days, files and all, and not before', async () => {
    const ctx = await office();
    const id = await aPhoto(ctx, ports);
    const keys = (await photoSheet(ctx.db, id))?.variants.map(({ key }) => key) ?? [];
    unwrap(await execute(ctx, trashPhotos, { ids: [id] }));
    const night = (days: number) =>
      emptyPhotoTrash.run(
        {
          ...ctx,
          actor: null,
          ports,
          attempt: 1,
          isLastAttempt: false,
          signal: new AbortController().signal,
          clock: { now: () => Temporal.Now.instant().add({ hours: 24 * days }) },
        },
        {},
      );
    await night(29);
    expect(await ports.files.exists(keys[0] ?? '')).toBe(true);
    await night(31);
    await night(31);
    for (const key of keys) expect(await ports.files.exists(key)).toBe(false);
    expect(await photoSheet(ctx.db, id)).toBe(null);
    expect(await listed(ctx, { isTrash: true })).toEqual([]);
  });
});

describe('replacing the file', () => {
  it('keeps the address and the words, changes the files, removes the old ones', async () => {
    const ctx = await office();
    const id = await aPhoto(ctx, ports);
    const before = await readPicture(ctx.db, id);
    unwrap(await replacePhoto(ctx, ports, { imageId: id, bytes: await aJpeg(), fileName: 'b.jpg', isSameShot: true }));
    const after = await readPicture(ctx.db, id);
    expect(after?.alternative).toBe(before?.alternative);
    expect(after?.variants[0]?.key).not.toBe(before?.variants[0]?.key);
    expect(await ports.files.exists(before?.variants[0]?.key ?? '')).toBe(false);
    expect(await ports.files.exists(after?.variants[0]?.key ?? '')).toBe(true);
  });

  it('refuses a file that is already another photo, and a broken one, leaving all as it was', async () => {
    const ctx = await office();
    const bytes = await aJpeg();
    const [id] = [await aPhoto(ctx, ports), await aPhoto(ctx, ports, { bytes })];
    const files = await fileCount();
    expect(await replacePhoto(ctx, ports, { imageId: id, bytes, fileName: 'b', isSameShot: true })).toMatchObject({
      reason: 'known',
    });
    expect(
      await replacePhoto(ctx, ports, { imageId: id, bytes: bytes.slice(0, 90), fileName: 'b', isSameShot: true }),
    ).toMatchObject({ ok: false });
    expect(await fileCount()).toBe(files);
  });
});

it('every act leaves a line in the trail', async () => {
  const ctx = await office();
  const id = await aPhoto(ctx, ports);
  unwrap(await execute(ctx, trashPhotos, { ids: [id] }));
  const { rows } = await ctx.db.execute<{ summary: string }>(
    sql`select summary from audit_entries where subject_kind = 'photo' order by at, id`,
  );
  expect(rows.map((row) => row.summary)).toEqual([
    expect.stringContaining('ajoutée'),
    expect.stringContaining('mise à la corbeille'),
  ]);
});
