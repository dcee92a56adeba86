import type { OutgoingMail } from '#platform/mail/send-mail.ts';

/** The hub's answer to what a visitor wrote, with her own words below. */
export function contactAnswerMail(answer: {
  hub: { name: string; email: string | null };
  to: { name: string; email: string };
  text: string;
  question: string;
}): OutgoingMail {
  const { hub, to, text, question } = answer;
  return {
    kind: 'hub.contact-answer',
    to: { address: to.email, name: to.name },
    ...(hub.email ? { replyTo: hub.email } : {}),
    subject: `Réponse à votre message : ${hub.name}`,
    body: {
      paragraphs: text
        .split(/\n{2,}/)
        .map((paragraph) => paragraph.trim())
        .filter(Boolean),
      quote: { text: question, by: to.name },
    },
  };
}
