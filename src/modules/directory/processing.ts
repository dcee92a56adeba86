import type { ProcessingActivity } from '#platform/contributions/module.ts';

/** What the directory does with data about people. */
export const directoryProcessing: readonly ProcessingActivity[] = [
  {
    name: 'Annuaire des structures',
    purpose: 'Faire connaître les structures du territoire et la personne à qui s’adresser.',
    legalBasis: 'Intérêt légitime (article 6-1-f) ; chaque contact choisit qui le voit',
    people: 'Personnes à contacter dans les structures, personnes qui proposent une correction',
    kept: 'Nom, fonction, mail et téléphone professionnels, avec leur visibilité ; provenance et date de confirmation',
    recipients: 'Le public, pour ce qui est rendu public ; réutilisateurs des données ouvertes, sans les noms',
    retention: 'Tant que la fiche existe ; confirmation demandée chaque année',
  },
];
