import type { ProcessingActivity } from '#platform/contributions/module.ts';

/** What the photo bank does with data about people. */
export const photosProcessing: readonly ProcessingActivity[] = [
  {
    name: 'Photothèque et droit à l’image',
    purpose: 'Montrer ce qui se vit sur le territoire, avec l’accord des personnes reconnaissables.',
    legalBasis: 'Consentement (article 6-1-a)',
    people: 'Personnes photographiées, photographes',
    kept: 'Photo sans position ni réglages de l’appareil, nom, adresse pour demander l’accord, réponse et sa date',
    recipients: 'Le public, quand l’accord est donné',
    retention: 'Jusqu’au retrait de l’accord ou de la photo',
  },
];
