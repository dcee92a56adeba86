import type { ProcessingActivity } from '#platform/contributions/module.ts';

/** What large days do with data about people. */
export const programmeProcessing: readonly ProcessingActivity[] = [
  {
    name: 'Bénévoles, intervenant·es et stands d’une journée',
    purpose: 'Préparer la journée avec celles et ceux qui la font.',
    legalBasis: 'Exécution du service demandé (article 6-1-b)',
    people: 'Bénévoles, intervenant·es, personnes qui tiennent un stand',
    kept: 'Nom, mail ou téléphone, moments pris, besoins du stand',
    recipients: 'Le public, pour le nom des intervenant·es et des stands',
    retention: 'Un an après la journée',
  },
];
