import type { ProcessingActivity } from '#platform/contributions/module.ts';

/** What answering questions does with data about people. */
export const adviceProcessing: readonly ProcessingActivity[] = [
  {
    name: 'Demandes de conseil',
    purpose: 'Répondre aux questions posées au pôle, orienter, compter ce qui est demandé.',
    legalBasis: 'Intérêt légitime (article 6-1-f)',
    people: 'Personnes qui écrivent, appellent ou viennent',
    kept: 'Nom, mail ou téléphone, situation, question, échange, rendez-vous, notes de l’équipe',
    recipients: 'La personne du conseil à qui la demande est confiée',
    retention: 'Trois ans après le dernier message, puis un nombre sans nom',
  },
];
