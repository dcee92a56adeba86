import type { ProcessingActivity } from '#platform/contributions/module.ts';

/** What the search does with data about people. */
export const searchProcessing: readonly ProcessingActivity[] = [
  {
    name: 'Recherche sur le site',
    purpose: 'Trouver les personnes depuis la gestion, savoir ce que les visiteurs cherchent en vain.',
    legalBasis: 'Intérêt légitime (article 6-1-f)',
    people: 'Personnes connues du pôle, pour l’équipe ; visiteurs, sans rien qui les désigne',
    kept: 'Nom des personnes dans l’index de l’équipe ; mots cherchés par plusieurs visiteurs, comptés par jour',
    recipients: 'Aucun',
    retention: 'Tant que la fiche existe ; mots oubliés au bout de treize mois',
  },
];
