import type { ProcessingActivity } from '#platform/contributions/module.ts';

/** What registrations do with data about people. */
export const registrationProcessing: readonly ProcessingActivity[] = [
  {
    name: 'Inscriptions aux rendez-vous',
    purpose: 'Préparer l’accueil, prévenir d’un changement, tenir la liste des présents.',
    legalBasis:
      'Exécution du service demandé (article 6-1-b) ; accord pour les repas et l’accessibilité (article 9-2-a)',
    people: 'Personnes inscrites, et qui les inscrit',
    kept: 'Nom, mail, téléphone, structure, commune, réponses, présence ; covoiturage si les deux ont dit oui',
    recipients: 'L’organisateur du rendez-vous ; les covoitureurs, l’un pour l’autre',
    retention: 'Repas, accessibilité et covoiturage : trois mois ; le reste : trois ans',
  },
];
