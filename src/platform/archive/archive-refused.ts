import { typography } from '#platform/french/index.ts';

const texts = {
  not_an_archive: 'Ce fichier n’est pas une archive d’Essaim.',
  truncated: 'Cette archive est incomplète : sa copie ou son téléchargement s’est interrompu.',
  corrupted: 'Cette archive est abîmée : son contenu ne correspond plus à ses sommes de contrôle.',
  unsafe_name: 'Cette archive contient un nom de fichier interdit. Elle n’a pas été produite par Essaim.',
  too_large: 'Cette archive annonce une taille démesurée. Elle n’a pas été ouverte.',
  too_recent: 'Cette archive vient d’une version plus récente d’Essaim. Mettez d’abord ce site à jour.',
} as const;

export type ArchiveRefusal = keyof typeof texts;

/** An archive must not be restored; the message is French and fit to show. */
export class ArchiveRefused extends Error {
  override readonly name = 'ArchiveRefused';
  readonly reason: ArchiveRefusal;

  constructor(reason: ArchiveRefusal, options?: ErrorOptions) {
    super(typography(texts[reason]), options);
    this.reason = reason;
  }
}
