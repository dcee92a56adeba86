import { takePhoto, takeStrangersPhoto, type PhotoChoice } from '#modules/photos/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import { mayWrite } from '../../../policy.ts';
import type { PublishingDependencies } from '../../../ports.ts';

/** Names of the fields of the photo. */
export const photoName = 'photo';

/** The photo of a proposal: that of someone known enters the photo bank, that of a stranger waits outside of it. */
export async function proposedPhoto(
  ctx: Context,
  deps: Pick<PublishingDependencies, 'ports' | 'filesInUse'>,
  form: SentForm,
): Promise<Outcome<PhotoChoice>> {
  if (mayWrite(ctx.actor)) return takePhoto(ctx, deps.ports, form, photoName, { visibility: 'staff' });
  return takeStrangersPhoto(ctx, deps.ports, form, photoName, deps.filesInUse);
}
