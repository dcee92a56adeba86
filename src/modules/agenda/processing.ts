import type { ProcessingActivity } from '#platform/contributions/module.ts';

/** What the agenda does with data about people. */
export const agendaProcessing: readonly ProcessingActivity[] = [
  {
    name: 'Rendez-vous proposés et sondages de dates',
    purpose: 'Répondre à qui propose un rendez-vous, trouver une date ensemble.',
    legalBasis: 'Intérêt légitime (article 6-1-f)',
    people: 'Personnes qui proposent un rendez-vous ou répondent à un sondage',
    kept: 'Nom, structure, mail ou téléphone, réponses',
    recipients: 'Les participant·es du sondage, selon ce que le sondage montre',
    retention: 'Un an après le rendez-vous proposé ; six mois après la fin du sondage',
  },
];
