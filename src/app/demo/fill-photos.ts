import {
  addPhotoPerson,
  agreementWording,
  describePhoto,
  keepPhoto,
  noteAnswer,
  sayPeople,
} from '#modules/photos/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { demoPhotos, type DemoPhoto, type DemoPhotoPerson } from './demo-photos.ts';
import { rasterise, sceneSvg } from './draw-demo-photo.ts';
import type { Rastered } from './raster-process.ts';
import { daysBefore } from './moments.ts';

/** A photo that the other contents show. */
export interface FilledPhoto {
  imageId: string;
  alternative: string;
  credit: string;
}

/** Begins to draw the pictures, in a process apart: they take seconds during which the rest is filled. */
export function drawPhotos(): Promise<Rastered[]> {
  const drawing = rasterise(demoPhotos.map(({ occasion, scene }) => sceneSvg(occasion, scene)));
  // Whoever awaits them hears of a failure; until then it must not end the program.
  drawing.catch(() => undefined);
  return drawing;
}

/** Fills the photo bank of the demonstration; answers its photos by the occasion they were taken on. */
export async function fillPhotos(
  ctx: Context,
  files: FileStore,
  hubName: string,
  drawing = drawPhotos(),
): Promise<ReadonlyMap<string, FilledPhoto>> {
  const drawn = await drawing;
  const filled = new Map<string, FilledPhoto>();
  for (const [rank, photo] of demoPhotos.entries()) {
    const then = daysBefore(ctx, photo.daysAgo);
    const imageId = await fillPhoto(then, files, photo, drawn[rank]);
    for (const person of photo.people ?? []) await fillPerson(then, imageId, person, hubName);
    const { occasion, alternative, credit } = photo;
    filled.set(occasion, { imageId, alternative, credit });
  }
  return filled;
}

async function fillPhoto(
  ctx: Context,
  files: FileStore,
  photo: DemoPhoto,
  drawn: Rastered | undefined,
): Promise<string> {
  if (!drawn) throw new Error(`no picture was drawn for the occasion ${photo.occasion}`);
  const { bytes, made } = drawn;
  const images = { make: async () => made };
  const { alternative, credit, occasion, place, keywords, isForPress = false, rightsNote = '', focus } = photo;
  const takenOn = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().toString();
  const facts = { takenOn, occasion, place, keywords, isForPress, rightsNote };
  const { imageId, wasKnown } = unwrap(
    await keepPhoto(ctx, { files, images }, { bytes, fileName: `${occasion}.jpg`, alternative, credit, facts }),
  );
  // Found already: an earlier filling was interrupted after this one.
  if (wasKnown) return imageId;
  if (!photo.people) unwrap(await execute(ctx, sayPeople, { imageId, people: 'nobody_recognisable' }));
  if (focus)
    unwrap(
      await execute(ctx, describePhoto, {
        ...facts,
        imageId,
        version: photo.people ? 1 : 2,
        alternative,
        credit,
        visibility: 'public',
        isDecorative: false,
        focalX: focus[0],
        focalY: focus[1],
      }),
    );
  return imageId;
}

async function fillPerson(ctx: Context, imageId: string, person: DemoPhotoPerson, hubName: string): Promise<void> {
  const { name, mail = '', guardian = '', answer } = person;
  const isMinor = guardian !== '';
  const { id: photoPersonId } = unwrap(
    await execute(ctx, addPhotoPerson, {
      imageId,
      wording: agreementWording({ hubName, isMinor }),
      person: { name, mail, isMinor, guardianName: guardian },
    }),
  );
  const note = async (said: 'given' | 'refused' | 'withdrawn', means: 'paper' | 'event' | 'spoken'): Promise<void> =>
    void unwrap(await execute(ctx, noteAnswer, { photoPersonId, answer: said, means }));
  if (answer === 'paper' || answer === 'event') await note('given', answer);
  if (answer === 'refused') await note('refused', 'spoken');
  if (answer === 'withdrawn') {
    await note('given', 'paper');
    await note('withdrawn', 'spoken');
  }
}
