import type { OutgoingMail } from '#platform/mail/send-mail.ts';

/** Tells someone, kindly, that a proposal was not kept. */
export function suggestionRefusedMail({
  name,
  answer,
  hubName,
}: {
  name: string;
  answer: string;
  hubName: string;
}): Pick<OutgoingMail, 'subject' | 'body'> {
  return {
    subject: `Votre proposition sur « ${name} »`,
    body: {
      paragraphs: [
        'Bonjour,',
        `Merci pour votre proposition sur « ${name} ». Nous l’avons lue, et nous ne l’avons pas retenue cette fois.`,
      ],
      ...(answer ? { quote: { text: answer, by: hubName } } : {}),
    },
  };
}
