import type { OutgoingMail } from '#platform/mail/send-mail.ts';

/** What there is to tell someone about the event she proposed. */
export type ProposalNews = 'received' | 'published' | 'returned' | 'refused';

interface Told {
  title: string;
  /** The team's word; empty unless returned or refused. */
  word: string;
  href: string;
  hubName: string;
}

/** Tells whoever proposed an event where it stands. The first letter says nothing of what was typed. */
export function eventProposalMail(news: ProposalNews, told: Told): Pick<OutgoingMail, 'subject' | 'body'> {
  return letters[news](told);
}

const letters: Readonly<Record<ProposalNews, (told: Told) => Pick<OutgoingMail, 'subject' | 'body'>>> = {
  received: ({ href, hubName }) => ({
    subject: 'Votre rendez-vous est bien reçu',
    body: {
      paragraphs: [
        'Bonjour,',
        `Merci d’avoir proposé un rendez-vous pour l’agenda de ${hubName}. L’équipe le relit, puis vous écrit : il paraît, ou vous revient avec un mot.`,
      ],
      action: { label: 'Suivre ma proposition', href },
      after: [
        'Ce lien est personnel : il montre où en est votre proposition et permet de la corriger tant qu’elle n’est pas publiée.',
        'Si vous n’avez rien proposé, ignorez ce message.',
      ],
    },
  }),
  published: ({ title, href }) => ({
    subject: `Dans l’agenda : « ${title} »`,
    body: {
      paragraphs: ['Bonjour,', `« ${title} » vient de paraître dans l’agenda. Merci de nous l’avoir fait connaître !`],
      action: { label: 'Voir la page', href },
      after: ['Faites passer cette adresse : c’est ainsi que les gens viennent.'],
    },
  }),
  returned: ({ title, word, href, hubName }) => ({
    subject: `Votre rendez-vous « ${title} » est à reprendre`,
    body: {
      paragraphs: ['Bonjour,', `Merci pour « ${title} ». Avant de paraître, il y manque peu de chose :`],
      quote: { text: word, by: hubName },
      action: { label: 'Reprendre ma proposition', href },
      after: ['Corrigez, renvoyez : nous la relisons aussitôt.'],
    },
  }),
  refused: ({ title, word, hubName }) => ({
    subject: `Votre rendez-vous « ${title} » ne paraîtra pas`,
    body: {
      paragraphs: ['Bonjour,', `Merci de nous avoir proposé « ${title} ». Il ne paraîtra pas dans l’agenda :`],
      quote: { text: word, by: hubName },
      after: ['Une question, un désaccord ? Répondez-nous : nous en parlons volontiers.'],
    },
  }),
};
