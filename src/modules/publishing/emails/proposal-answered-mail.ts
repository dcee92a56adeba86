import type { OutgoingMail } from '#platform/mail/send-mail.ts';

/** Tells an author that what she proposed is public. */
export function proposalPublishedMail({
  title,
  href,
}: {
  title: string;
  href: string;
}): Pick<OutgoingMail, 'subject' | 'body'> {
  return {
    subject: `C’est en ligne : « ${title} »`,
    body: {
      paragraphs: ['Bonjour,', `« ${title} » vient de paraître. Merci de nous l’avoir fait connaître !`],
      action: { label: 'Voir la page', href },
      after: ['Faites passer cette adresse : c’est ainsi que l’information circule.'],
    },
  };
}

/** Sends a proposal back to its author with a word, and the way to change it. */
export function proposalReturnedMail({
  title,
  word,
  href,
  hubName,
}: {
  title: string;
  word: string;
  href: string;
  hubName: string;
}): Pick<OutgoingMail, 'subject' | 'body'> {
  return {
    subject: `Votre proposition « ${title} » est à reprendre`,
    body: {
      paragraphs: ['Bonjour,', `Merci pour « ${title} ». Avant de paraître, il y manque peu de chose :`],
      quote: { text: word, by: hubName },
      action: { label: 'Reprendre ma proposition', href },
      after: ['Corrigez, renvoyez : nous la relisons aussitôt.'],
    },
  };
}
