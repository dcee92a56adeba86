import type { OutgoingMail } from '#platform/mail/send-mail.ts';

/**
 * Thanks someone for what she proposed, with the link to follow it. Says nothing of what was typed: the form must not
 * carry anybody’s words to a stranger.
 */
export function proposalReceivedMail({
  href,
  hubName,
}: {
  href: string;
  hubName: string;
}): Pick<OutgoingMail, 'subject' | 'body'> {
  return {
    subject: 'Votre proposition est bien reçue',
    body: {
      paragraphs: [
        'Bonjour,',
        `Merci pour votre proposition. L’équipe la relit, puis vous écrit : elle paraît, ou vous revient avec un mot. À bientôt sur le site de ${hubName} !`,
      ],
      action: { label: 'Suivre ma proposition', href },
      after: [
        'Ce lien est personnel : il montre où en est votre proposition et permet de la corriger tant qu’elle n’est pas publiée.',
        'Si vous n’avez rien proposé, ignorez ce message.',
      ],
    },
  };
}
