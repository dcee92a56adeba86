import type { ProcessingActivity } from '#platform/contributions/module.ts';

/** What trainings do with data about people. */
export const trainingProcessing: readonly ProcessingActivity[] = [
  {
    name: 'Formations',
    purpose: 'Former, prouver ce qui a été fait, évaluer, rendre compte aux financeurs.',
    legalBasis: 'Obligation légale (article 6-1-c ; code du travail, articles L6361-1 et suivants)',
    people: 'Stagiaires, formateur·rices, personnes qui attendent une date',
    kept: 'Nom, mail, téléphone, structure, statut, présences par demi-journée, signatures dessinées à l’écran et feuilles signées numérisées, certificats, conventions. Les évaluations sont sans nom',
    recipients: 'Financeurs de la formation, services de contrôle, employeur pour le certificat',
    retention: 'De quoi joindre : trois ans au moins ; preuves : six ans, dix pour les fonds européens',
  },
];
