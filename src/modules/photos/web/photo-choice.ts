import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { keepPhoto } from '../commands/keep-photo.ts';
import { completePhoto } from '../commands/complete-photo.ts';
import { photoToUse, type PhotoToUse } from '../queries/photo-to-use.ts';
import type { WantedPhotos } from '../queries/recent-photos.ts';

/** What a picture field holds. */
export interface PhotoChoice {
  /** Id of the stored image; null for no photo. */
  imageId: string | null;
  /** What it shows, for those who do not see it; empty when it is decorative. */
  alternative: string;
  isDecorative: boolean;
  credit: string;
}

export const noPhoto: PhotoChoice = { imageId: null, alternative: '', isDecorative: false, credit: '' };

/** Largest body of a form that holds a picture field, in bytes: one photo and the rest of the form. */
export const photoBodyLimit = 27_000_000;

export interface TakePhotoOptions {
  /** Who may see a photo sent by this form. */
  visibility?: 'public' | 'members' | 'staff';
  isRequired?: boolean;
}

/**
 * Reads a `PhotoField` out of a sent form. A file that came enters the bank, and stays there when another field is
 * refused: give `photoChoiceOf(outcome, form, name)` back to the field, which proposes it as chosen. Errors are keyed by
 * the field's names (`photo`, `photo_file`, `photo_alternative`…).
 */
export async function takePhoto(
  ctx: Context,
  ports: Pick<Ports, 'files' | 'images'>,
  form: SentForm,
  name: string,
  options: TakePhotoOptions = {},
): Promise<Outcome<PhotoChoice>> {
  const typed = typedChoice(form, name);
  const file = form.file(`${name}_file`);
  if (file && file.size > 0) return takeFile(ctx, ports, file, typed, name, options);
  // Without script, the button that searches sends the whole form: nothing is saved, the field shows what was found.
  if (form.values[`${name}_search`])
    return refused('searching', typed, { [name]: 'Voici les photos trouvées : choisissez-en une, puis enregistrez.' });
  if (typed.imageId === null) {
    return options.isRequired
      ? refused('invalid', typed, { [name]: 'Choisissez une photo, ou envoyez-en une.' })
      : accept(noPhoto);
  }
  const photo = await photoToUse(ctx, typed.imageId);
  if (!photo)
    return refused(
      'not_found',
      { ...typed, imageId: null },
      { [name]: 'Cette photo n’est plus là : choisissez-en une autre.' },
    );
  return described(ctx, photo, typed, name);
}

/** What to give back to the field after `takePhoto`, whatever it answered. */
export function photoChoiceOf(outcome: Outcome<PhotoChoice>, form: SentForm, name: string): PhotoChoice {
  if (outcome.ok) return outcome.value;
  return (outcome.details as PhotoChoice | undefined) ?? typedChoice(form, name);
}

/** What to ask `recentPhotos` when the form is shown again: the words searched, the photo chosen. */
export function photosWanted(form: SentForm, name: string, choice: PhotoChoice): WantedPhotos {
  return { words: form.values[`${name}_words`], chosenIds: [choice.imageId] };
}

function typedChoice(form: SentForm, name: string): PhotoChoice {
  const text = (part: string): string => (form.values[`${name}_${part}`] ?? '').trim();
  return {
    imageId: form.values[name] || null,
    alternative: text('alternative'),
    isDecorative: text('decorative') !== '',
    credit: text('credit'),
  };
}

async function takeFile(
  ctx: Context,
  ports: Pick<Ports, 'files' | 'images'>,
  file: File,
  typed: PhotoChoice,
  name: string,
  { visibility = 'public' }: TakePhotoOptions,
): Promise<Outcome<PhotoChoice>> {
  const tooLong = lengthErrors(typed, name);
  const kept = await keepPhoto(ctx, ports, {
    bytes: new Uint8Array(await file.arrayBuffer()),
    fileName: file.name,
    alternative: typed.isDecorative ? '' : typed.alternative.slice(0, 300),
    isDecorative: typed.isDecorative,
    credit: (typed.credit || ctx.actor?.name || '').slice(0, 120),
    visibility,
  });
  if (!kept.ok) {
    const message = kept.fields['file'] ?? 'Cette photo n’a pas pu être reçue.';
    return refused(kept.reason, typed, { [`${name}_file`]: message });
  }
  const photo = await photoToUse(ctx, kept.value.imageId);
  if (!photo) return refused('not_found', typed, { [`${name}_file`]: 'Cette photo n’a pas pu être reçue.' });
  if (Object.keys(tooLong).length > 0) return refused('invalid', { ...typed, imageId: photo.id }, tooLong);
  return described(ctx, photo, typed, name);
}

/** A chosen photo with its words: those typed, else those of the bank. Words the bank lacked are kept there too. */
async function described(
  ctx: Context,
  photo: PhotoToUse,
  typed: PhotoChoice,
  name: string,
): Promise<Outcome<PhotoChoice>> {
  const isDecorative = typed.isDecorative || (typed.alternative === '' && photo.isDecorative);
  const choice: PhotoChoice = {
    imageId: photo.id,
    alternative: isDecorative ? '' : typed.alternative || photo.alternative,
    isDecorative,
    credit: typed.credit || photo.credit,
  };
  const errors = lengthErrors(choice, name);
  if (!isDecorative && choice.alternative === '')
    errors[`${name}_alternative`] = 'Dites ce qu’on voit sur la photo, ou cochez « purement décorative ».';
  if (Object.keys(errors).length > 0) return refused('invalid', choice, errors);
  const lacksWords =
    (photo.alternative === '' && choice.alternative !== '') || (photo.credit === '' && choice.credit !== '');
  if (lacksWords)
    await execute(ctx, completePhoto, { imageId: photo.id, alternative: choice.alternative, credit: choice.credit });
  return accept(choice);
}

function lengthErrors({ alternative, credit }: PhotoChoice, name: string): Record<string, string> {
  return {
    ...(alternative.length > 300 ? { [`${name}_alternative`]: 'La description tient en 300 caractères.' } : {}),
    ...(credit.length > 120 ? { [`${name}_credit`]: 'Le crédit tient en 120 caractères.' } : {}),
  };
}

function refused(reason: string, choice: PhotoChoice, fields: Record<string, string>) {
  return refuse(reason, { fields, details: choice });
}
