import type { OutgoingMail } from '#platform/mail/send-mail.ts';
import { letter, type Told } from '../emails/letter.ts';

/** A tax receipt is ready, on the private page of the application. */
export function taxReceiptMail(told: Told, { number, amount }: { number: string; amount: string }): OutgoingMail {
  return letter(told, {
    kind: 'tax-receipt',
    subject: `Votre reçu fiscal ${number}`,
    says: [
      `Merci pour votre don à ${told.hub.name}. Le reçu fiscal ${number}, de ${amount}, est prêt : il se garde avec votre déclaration.`,
    ],
    button: 'Ouvrir mon reçu',
  });
}
