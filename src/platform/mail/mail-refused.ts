import { typography } from '#platform/french/index.ts';

const texts = {
  address: 'Cette adresse électronique n’est pas valable.',
  header: 'Un en-tête de ce message contient un caractère interdit.',
  link: 'Un lien de ce message n’est pas une adresse du web.',
  attachment: 'Le nom d’une pièce jointe contient un caractère interdit.',
} as const;

export type MailRefusal = keyof typeof texts;

/** A message must not be sent as it was written; retrying changes nothing. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
  readonly reason: MailRefusal;

  constructor(reason: MailRefusal) {
    super(typography(texts[reason]));
    this.reason = reason;
  }
}
