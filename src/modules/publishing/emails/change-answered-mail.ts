import type { OutgoingMail } from '#platform/mail/send-mail.ts';

/** Thanks a reader for a correction, and says what became of it. */
export function changeAnsweredMail({
  title,
  href,
  isAccepted,
  answer,
  hubName,
}: {
  title: string;
  href: string;
  isAccepted: boolean;
  answer: string;
  hubName: string;
}): Pick<OutgoingMail, 'subject' | 'body'> {
  return {
    subject: isAccepted ? `Merci pour « ${title} »` : `Votre remarque sur « ${title} »`,
    body: {
      paragraphs: [
        'Bonjour,',
        isAccepted
          ? `Vous avez vu juste : grâce à vous, « ${title} » est corrigée. Merci d’avoir pris ce temps.`
          : `Merci pour votre remarque sur « ${title} ». Nous l’avons lue.`,
      ],
      ...(answer ? { quote: { text: answer, by: hubName } } : {}),
      action: { label: 'Voir la fiche', href },
    },
  };
}
