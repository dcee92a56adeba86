import sharp from 'sharp';
import { addPhotoPerson, askAgreement, keepPhoto, notePeopleAgreement } from '#modules/photos/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import type { TestSite } from '#tests/support/app.ts';

/** Photos of the bank in each state, with people on them and a link sent, `words` in every free text. */
export async function fillPhotos(
  { site }: TestSite,
  ctx: Context,
  words: string,
): Promise<{ image: string; photoPerson: string }> {
  const photo = async (width: number, alternative: string): Promise<string> => {
    const bytes = await sharp({ create: { width, height: 48, channels: 3, background: '#2a7' } })
      .jpeg()
      .toBuffer();
    const { imageId } = unwrap(
      await keepPhoto(ctx, site.ports, {
        bytes,
        fileName: `${words}.jpg`,
        alternative,
        credit: words,
        facts: { occasion: words, place: words, keywords: words, rightsNote: words, isForPress: true },
        agreement: { people: 'nobody_recognisable' },
      }),
    );
    return imageId;
  };
  const [image, asked] = [await photo(72, words), await photo(76, `${words} avec quelqu’un`)];
  const person = { name: words, mail: 'sur-la-photo@exemple.example', isMinor: true, guardianName: words };
  const { id: photoPerson } = unwrap(await execute(ctx, addPhotoPerson, { imageId: asked, wording: words, person }));
  const address = { origin: 'https://exemple.example', hubName: words };
  unwrap(await execute(ctx, askAgreement, { photoPersonId: photoPerson, ...address }));
  const agreed = { ids: [image], people: [{ name: words }], means: 'paper' as const, wording: words };
  unwrap(await execute(ctx, notePeopleAgreement, agreed));
  return { image, photoPerson };
}
