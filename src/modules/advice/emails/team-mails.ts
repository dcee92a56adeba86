import type { OutgoingMail } from '#platform/mail/send-mail.ts';

/** Tells whoever has the request, or the hub, that the asker wrote again. */
export function wroteAgainMail(message: {
  to: { address: string; personId?: string };
  from: { name: string; email: string | null };
  text: string;
  href: string;
}): OutgoingMail {
  const { to, from, text, href } = message;
  return {
    kind: 'advice.message',
    to,
    ...(from.email ? { replyTo: from.email } : {}),
    subject: `${from.name.replaceAll(/[\r\n]+/g, ' ')} ajoute un mot à sa demande`,
    body: {
      paragraphs: [`${from.name} a écrit de nouveau.`],
      quote: { text, by: from.name },
      action: { label: 'Répondre', href },
    },
  };
}

/** Tells a colleague that requests are hers now. Names nobody who asks: mail is read over shoulders. */
export function entrustedMail(given: {
  to: { address: string; personId: string };
  by: string;
  count: number;
  href: string;
}): OutgoingMail {
  const { to, by, count, href } = given;
  return {
    kind: 'advice.entrusted',
    to,
    subject: count === 1 ? 'Une demande vous est confiée' : `${count} demandes vous sont confiées`,
    body: {
      paragraphs: [
        count === 1
          ? `${by} vous confie une demande de conseil. La personne attend une réponse de votre part.`
          : `${by} vous confie ${count} demandes de conseil.`,
      ],
      action: { label: count === 1 ? 'Ouvrir la demande' : 'Ouvrir mes demandes', href },
    },
  };
}
