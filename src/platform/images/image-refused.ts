import { typography } from '#platform/french/index.ts';

const texts = {
  format: 'Ce fichier n’est pas une photo prise en charge. Choisissez une image JPEG, PNG, WebP, AVIF ou GIF.',
  heic: 'Cette photo est au format HEIC de l’iPhone, que les autres appareils ne lisent pas. Sur l’iPhone : Réglages, Appareil photo, Formats, « Le plus compatible » ; les suivantes seront en JPEG. Pour celle-ci : ouvrez-la dans Photos, envoyez-la-vous par mail, et prenez la pièce jointe.',
  too_heavy:
    'Cette image est trop lourde : 25 Mo au plus. Choisissez un fichier plus léger, ou enregistrez-la en JPEG.',
  too_large:
    'Cette image compte trop de pixels. Réduisez-la, ou enregistrez-la en JPEG, qui en accepte jusqu’à 40 millions (8\u202f000 × 5\u202f000 par exemple).',
  too_many_frames: 'Cette animation compte trop d’images. Choisissez une image fixe.',
  unreadable: 'Cette image est abîmée ou incomplète. Essayez de l’enregistrer de nouveau, ou choisissez-en une autre.',
} as const;

export type ImageRefusal = keyof typeof texts;

/** An image is not accepted; the message is French and fit to show. */
export class ImageRefused extends Error {
  override readonly name = 'ImageRefused';
  readonly reason: ImageRefusal;

  constructor(reason: ImageRefusal, options?: ErrorOptions) {
    super(typography(texts[reason]), options);
    this.reason = reason;
  }
}
