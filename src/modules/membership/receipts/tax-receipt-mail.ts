import type { OutgoingMail } from '#platform/mail/send-mail.ts';

/** A tax receipt is ready, on the private page of the application. */
export function taxReceiptMail(told: {
  readonly hub: { readonly name: string; readonly email: string | null };
  readonly to: string;
  readonly name: string;
  readonly number: string;
  readonly amount: string;
  readonly href: string;
}): OutgoingMail {
  return {
    kind: 'membership.tax-receipt',
    to: { address: told.to, name: told.name },
    ...(told.hub.email ? { replyTo: told.hub.email } : {}),
    subject: `Votre reçu fiscal ${told.number}`,
    body: {
      paragraphs: [
        `Bonjour ${told.name},`,
        `Merci pour votre don à ${told.hub.name}. Le reçu fiscal ${told.number}, de ${told.amount}, est prêt : il se garde avec votre déclaration.`,
      ],
      action: { label: 'Ouvrir mon reçu', href: told.href },
    },
  };
}
