import { z } from 'zod';
import type { OutgoingMail } from './send-mail.ts';

/** What a visitor writes to someone whose address she does not see. */
export const relayedMessage = {
  fromName: z.string().trim().min(2, 'Dites qui vous êtes.').max(120),
  fromEmail: z
    .string()
    .trim()
    .max(254)
    .pipe(z.email('Indiquez votre adresse électronique, pour qu’on puisse vous répondre.')),
  message: z.string().trim().min(10, 'Écrivez quelques mots.').max(5000),
};

type RelayedMessage = z.output<z.ZodObject<typeof relayedMessage>>;

/**
 * The letter that passes a visitor's words on: the answer goes straight to the visitor. `about` ends « Un tel vous
 * écrit… » : « depuis votre fiche de l’annuaire ».
 */
export function relayMail(
  { fromName, fromEmail, message }: RelayedMessage,
  { to, subjectName, about }: { to: OutgoingMail['to']; subjectName: string; about: string },
): Omit<OutgoingMail, 'kind'> {
  return {
    to,
    replyTo: fromEmail,
    subject: `Un message de ${fromName.replace(/\s+/g, ' ')} pour ${subjectName}`,
    body: {
      paragraphs: [`${fromName} vous écrit ${about}. Répondez à ce mail : votre réponse lui parviendra directement.`],
      quote: { text: message, by: fromName },
      after: ['Votre adresse n’a pas été montrée. Ce message vous gêne ? Prévenez-nous en répondant au pôle.'],
    },
  };
}
