import type { ProcessingActivity } from '#platform/contributions/module.ts';

/** What memberships do with data about people. */
export const membershipProcessing: readonly ProcessingActivity[] = [
  {
    name: 'Adhésions',
    purpose: 'Tenir la liste des membres, encaisser les cotisations, convoquer aux assemblées.',
    legalBasis: 'Contrat d’adhésion (article 6-1-b) ; obligation légale pour les reçus fiscaux',
    people: 'Adhérent·es, personnes qui représentent une structure adhérente, payeurs',
    kept: 'Nom, coordonnées, collège, cotisation, dates, réponses au bulletin, reçus fiscaux, paiements reçus sans bulletin',
    recipients: 'HelloAsso pour les paiements en ligne, l’administration fiscale pour les reçus',
    retention: 'La vie de l’adhésion, puis trois ans ; reçus fiscaux six ans, comptes dix ans',
  },
];
