import type { ProcessingActivity } from '#platform/contributions/module.ts';

/** What publishing does with data about people. */
export const publishingProcessing: readonly ProcessingActivity[] = [
  {
    name: 'Contenus proposés par le public',
    purpose: 'Lire ce qui est proposé, répondre à qui l’a envoyé, publier avec son accord.',
    legalBasis: 'Intérêt légitime (article 6-1-f)',
    people: 'Personnes qui proposent un contenu ou sont nommées dans un récit',
    kept: 'Nom, mail, contenu envoyé',
    recipients: 'Le public, pour ce qui est publié',
    retention: 'Un an pour ce qui n’est pas publié ; la vie de la page pour le reste',
  },
];
