import { noPhoto, takePhoto, type PhotoChoice } from '#modules/photos/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { keepPicture } from '#platform/pictures/keep-picture.ts';
import { mayWrite } from '../../../policy.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { countStrangersPictures } from '../../../queries/strays.ts';
import { isStrangersPicture } from '../../../queries/is-strangers-picture.ts';

/** Names of the fields of the photo. */
export const photoName = 'photo';

/**
 * The photo of a proposal, seen by the team alone until it is published. That of someone known enters the photo bank;
 * that of a stranger stays outside of it until somebody of the team puts it there.
 */
export async function proposedPhoto(
  ctx: Context,
  deps: Pick<PublishingDependencies, 'ports'>,
  form: SentForm,
): Promise<Outcome<PhotoChoice>> {
  if (mayWrite(ctx.actor)) return takePhoto(ctx, deps.ports, form, photoName, { visibility: 'staff' });
  const text = (part: string): string => (form.values[`${photoName}_${part}`] ?? '').trim();
  const typed: PhotoChoice = {
    imageId: await formerPhoto(ctx, form.values[photoName] ?? ''),
    alternative: text('alternative').slice(0, 300),
    isDecorative: text('decorative') !== '',
    credit: text('credit').slice(0, 120),
  };
  const file = form.file(`${photoName}_file`);
  if (file && file.size > 0) {
    const since = ctx.clock.now().subtract({ hours: 24 });
    if ((await countStrangersPictures(ctx.db, since)) >= mostWaiting)
      return refuse('too_many', {
        fields: {
          [`${photoName}_file`]:
            'Trop de photos arrivent aujourd’hui pour que nous prenions la vôtre. Envoyez votre texte sans elle, ou revenez demain.',
        },
        details: typed,
      });
    const kept = await keepPicture(ctx, deps.ports, {
      bytes: new Uint8Array(await file.arrayBuffer()),
      alternative: typed.alternative,
      credit: typed.credit,
      visibility: 'staff',
    });
    if (!kept.ok)
      return refuse(kept.reason, {
        fields: { [`${photoName}_file`]: kept.fields['file'] ?? 'Cette photo n’a pas pu être reçue.' },
        details: typed,
      });
    typed.imageId = kept.value.imageId;
  }
  if (typed.imageId === null) return accept(noPhoto);
  if (typed.alternative === '' && !typed.isDecorative)
    return refuse('invalid', {
      fields: { [`${photoName}_alternative`]: 'Dites ce qu’on voit sur la photo, ou cochez « purement décorative ».' },
      details: typed,
    });
  return accept({ ...typed, alternative: typed.isDecorative ? '' : typed.alternative });
}

/** Photos of strangers that no proposal took, a day: keeps the form from being a way to fill the disk. */
const mostWaiting = 40;

/** The photo that an earlier sending of the same form left, so that it is sent once only. */
async function formerPhoto(ctx: Context, id: string): Promise<string | null> {
  return isId(id) && (await isStrangersPicture(ctx.db, id, ctx.clock.now())) ? id : null;
}
