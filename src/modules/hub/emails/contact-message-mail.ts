import type { OutgoingMail } from '#platform/mail/send-mail.ts';

/** Tells the hub that a visitor wrote; answering the mail answers the visitor when she left an address. */
export function contactMessageMail(message: {
  hub: { name: string; email: string };
  from: { name: string; email: string | null; phone: string | null };
  situation: string | null;
  text: string;
}): OutgoingMail {
  const { hub, from, situation, text } = message;
  const means = from.email
    ? 'Répondez à ce mail : votre réponse lui arrivera directement.'
    : `Pas d’adresse mail : rappelez au ${from.phone ?? ''}.`;
  return {
    kind: 'hub.contact-message',
    to: { address: hub.email, name: hub.name },
    ...(from.email ? { replyTo: from.email } : {}),
    subject: `${oneLine(from.name)} vous écrit depuis le site`,
    body: {
      paragraphs: [
        situation
          ? `${from.name} (${situation.toLowerCase()}) vous écrit par le formulaire de contact.`
          : `${from.name} vous écrit par le formulaire de contact.`,
      ],
      quote: { text, by: from.name },
      after: [means, 'Pensez à noter la réponse dans « Messages », pour que personne ne réponde deux fois.'],
    },
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ');
}
