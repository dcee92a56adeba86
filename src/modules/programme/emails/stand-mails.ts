import type { OutgoingMail } from '#platform/mail/send-mail.ts';

export type StandNews = 'received' | 'accepted' | 'declined';

interface Told {
  event: string;
  hubName: string;
  href: string;
  /** The team's word, empty when there is none. */
  answer: string;
  /** « Halle, emplacement B12 » */
  place: string;
}

/** Tells whoever asked for a stand where it stands. The first letter says nothing of what was typed. */
export function standMail(news: StandNews, told: Told): Pick<OutgoingMail, 'subject' | 'body'> {
  return letters[news](told);
}

const letters: Readonly<Record<StandNews, (told: Told) => Pick<OutgoingMail, 'subject' | 'body'>>> = {
  received: ({ event, hubName, href }) => ({
    subject: `Votre demande de stand pour « ${event} »`,
    body: {
      paragraphs: [
        'Bonjour,',
        `${hubName} a bien reçu votre demande de stand pour « ${event} ». L’équipe regarde la place et les prises qui restent, puis vous répond.`,
      ],
      action: { label: 'Suivre ma demande', href },
      after: [
        'Ce lien est personnel : il montre où en est la demande et permet de la retirer.',
        'Si vous n’avez rien demandé, ignorez ce message.',
      ],
    },
  }),
  accepted: ({ event, hubName, href, answer, place }) => ({
    subject: `Votre stand à « ${event} » est accepté`,
    body: {
      paragraphs: [
        'Bonjour,',
        `Bonne nouvelle : vous tiendrez un stand à « ${event} »${place ? `, ${place}` : ''}. Merci de venir !`,
      ],
      ...(answer ? { quote: { text: answer, by: hubName } } : {}),
      action: { label: 'Voir mon stand', href },
      after: ['Un empêchement ? Retirez votre stand par ce lien : quelqu’un d’autre prendra la place.'],
    },
  }),
  declined: ({ event, hubName, answer }) => ({
    subject: `Votre demande de stand pour « ${event} »`,
    body: {
      paragraphs: ['Bonjour,', `Nous ne pouvons pas vous proposer de stand à « ${event} » cette fois-ci.`],
      ...(answer ? { quote: { text: answer, by: hubName } } : {}),
      after: ['Venez tout de même en visite, et parlons de la prochaine fois.'],
    },
  }),
};
