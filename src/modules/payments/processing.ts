import type { ProcessingActivity } from '#platform/contributions/module.ts';

/** What payments do with data about people. */
export const paymentsProcessing: readonly ProcessingActivity[] = [
  {
    name: 'Paiements et factures',
    purpose: 'Encaisser, remettre les papiers dus, tenir les comptes.',
    legalBasis: 'Obligation légale (article 6-1-c ; code de commerce, article L123-22)',
    people: 'Personnes et structures qui paient',
    kept: 'Nom, adresse, objet, montant, moyen et date du paiement, numéro des papiers. Jamais de numéro de carte',
    recipients: 'HelloAsso pour les paiements en ligne, la banque, l’expert-comptable, l’administration fiscale',
    retention: 'Dix ans',
  },
];
