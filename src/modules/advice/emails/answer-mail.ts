import type { OutgoingMail } from '#platform/mail/send-mail.ts';

/** The hub's answer, with the asker's own words below and the way back to the thread. */
export function answerMail(answer: {
  hub: { name: string; email: string | null };
  to: { name: string; email: string; personId: string | null };
  text: string;
  question: string;
  href: string;
}): OutgoingMail {
  const { hub, to, text, question, href } = answer;
  return {
    kind: 'advice.answer',
    to: { address: to.email, name: to.name, ...(to.personId ? { personId: to.personId } : {}) },
    ...(hub.email ? { replyTo: hub.email } : {}),
    subject: `Réponse à votre demande : ${hub.name}`,
    body: {
      paragraphs: text
        .split(/\n{2,}/)
        .map((paragraph) => paragraph.trim())
        .filter(Boolean),
      quote: { text: question, by: to.name },
      action: { label: 'Voir l’échange, ajouter un mot', href },
    },
  };
}
