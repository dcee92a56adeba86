import { typography } from '../french/index.ts';

const texts = {
  empty: 'Ce fichier est vide.',
  too_heavy: 'Ce fichier est trop lourd : 25 Mo au plus. Un PDF allégé, ou un lien vers le document, fera l’affaire.',
  type: 'Ce type de fichier n’est pas pris. Envoyez un PDF, un document LibreOffice ou Office, un tableau CSV, un texte ou un son MP3.',
  picture: 'Ceci est une photo : elle a sa place dans le champ « Photo », où elle sera décrite et allégée.',
  old_office:
    'Ce document est à l’ancien format d’Office. Ouvrez-le et enregistrez-le en .docx, .xlsx ou .pptx, ou mieux : en PDF.',
  macros: 'Ce document contient des macros, que les lecteurs ne doivent pas recevoir. Enregistrez-le sans macros.',
  archive: 'Les archives (.zip) ne sont pas prises : envoyez les documents un par un.',
  broken: 'Ce fichier est abîmé ou incomplet. Ouvrez-le pour vérifier, puis envoyez-le de nouveau.',
} as const;

export type FileRefusal = keyof typeof texts;

/** A file is not taken; the message is French and fit to show. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly reason: FileRefusal;

  constructor(reason: FileRefusal, options?: ErrorOptions) {
    super(typography(texts[reason]), options);
    this.reason = reason;
  }
}
