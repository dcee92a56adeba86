import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { keepPicture } from '#platform/pictures/keep-picture.ts';
import { countStrangersPictures, isStrangersPicture, type PicturesInUse } from '../queries/strangers-pictures.ts';
import { noPhoto, type PhotoChoice } from './photo-choice.ts';

/** Photos of strangers that no proposal took, a day: keeps the form from being a way to fill the disk. */
const mostWaiting = 40;

/**
 * The photo of a stranger's proposal, read out of a `PhotoField` sent: seen by the team alone until it is published, and
 * outside of the photo bank until somebody of the team puts it there. Errors are keyed like those of `takePhoto`.
 */
export async function takeStrangersPhoto(
  ctx: Context,
  ports: Pick<Ports, 'files' | 'images'>,
  form: SentForm,
  name: string,
  inUse: PicturesInUse,
): Promise<Outcome<PhotoChoice>> {
  const text = (part: string): string => (form.values[`${name}_${part}`] ?? '').trim();
  const former = form.values[name] ?? '';
  const typed: PhotoChoice = {
    // The photo that an earlier sending of the same form left, so that it is sent once only.
    imageId: isId(former) && (await isStrangersPicture(ctx, inUse, former)) ? former : null,
    alternative: text('alternative').slice(0, 300),
    isDecorative: text('decorative') !== '',
    credit: text('credit').slice(0, 120),
  };
  const file = form.file(`${name}_file`);
  if (file && file.size > 0) {
    if ((await countStrangersPictures(ctx, inUse)) >= mostWaiting)
      return refuse('too_many', {
        fields: {
          [`${name}_file`]:
            'Trop de photos arrivent aujourd’hui pour que nous prenions la vôtre. Envoyez votre texte sans elle, ou revenez demain.',
        },
        details: typed,
      });
    const kept = await keepPicture(ctx, ports, {
      bytes: new Uint8Array(await file.arrayBuffer()),
      alternative: typed.alternative,
      credit: typed.credit,
      visibility: 'staff',
    });
    if (!kept.ok)
      return refuse(kept.reason, {
        fields: { [`${name}_file`]: kept.fields['file'] ?? 'Cette photo n’a pas pu être reçue.' },
        details: typed,
      });
    typed.imageId = kept.value.imageId;
  }
  if (typed.imageId === null) return accept(noPhoto);
  if (typed.alternative === '' && !typed.isDecorative)
    return refuse('invalid', {
      fields: { [`${name}_alternative`]: 'Dites ce qu’on voit sur la photo, ou cochez « purement décorative ».' },
      details: typed,
    });
  return accept({ ...typed, alternative: typed.isDecorative ? '' : typed.alternative });
}
