import type { OutgoingMail } from '#platform/mail/send-mail.ts';

type Letter = Pick<OutgoingMail, 'subject' | 'body'>;

/** The way back to an answer. Says nothing of what was typed: the address may be anybody’s. */
export function pollAnsweredMail({ href, hubName }: { href: string; hubName: string }): Letter {
  return {
    subject: 'Votre réponse est notée',
    body: {
      paragraphs: [
        'Bonjour,',
        `Merci d’avoir dit quand vous êtes libre. ${hubName} vous écrit dès que la date est choisie.`,
      ],
      action: { label: 'Changer ma réponse', href },
      after: ['Ce lien est personnel.', 'Si vous n’avez répondu à rien, ignorez ce message.'],
    },
  };
}

/** The date that was kept. */
export function pollClosedMail({
  title,
  when,
  place,
  hubName,
}: {
  title: string;
  when: string;
  place: string;
  hubName: string;
}): Letter {
  return {
    subject: `La date est choisie : « ${title} »`,
    body: {
      paragraphs: [
        'Bonjour,',
        `« ${title} » aura lieu ${when}${place ? ` (${place})` : ''}. Merci d’avoir répondu !`,
        'Le fichier joint met cette date dans votre agenda.',
      ],
      after: [`Un empêchement ? Répondez à ce message, ${hubName} le lira.`],
    },
  };
}
