import { takePhoto, takeStrangersPhoto, type PhotoChoice } from '#modules/photos/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import { mayWrite } from '../../../policy.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { countStrangersPictures } from '../../../queries/strays.ts';
import { isStrangersPicture } from '../../../queries/is-strangers-picture.ts';

/** Names of the fields of the photo. */
export const photoName = 'photo';

const strangers = { count: countStrangersPictures, isWaiting: isStrangersPicture };

/** The photo of a proposal: that of someone known enters the photo bank, that of a stranger waits outside of it. */
export async function proposedPhoto(
  ctx: Context,
  deps: Pick<PublishingDependencies, 'ports'>,
  form: SentForm,
): Promise<Outcome<PhotoChoice>> {
  if (mayWrite(ctx.actor)) return takePhoto(ctx, deps.ports, form, photoName, { visibility: 'staff' });
  return takeStrangersPhoto(ctx, deps.ports, form, photoName, strangers);
}
