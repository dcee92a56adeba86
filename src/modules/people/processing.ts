import type { ProcessingActivity } from '#platform/contributions/module.ts';

/** What keeping relations does with data about people. */
export const peopleProcessing: readonly ProcessingActivity[] = [
  {
    name: 'Personnes et relations du pôle',
    purpose: 'Savoir qui est qui sur le territoire, à qui s’adresser, ce qui s’est passé avec chacun·e.',
    legalBasis: 'Intérêt légitime (article 6-1-f)',
    people:
      'Partenaires, porteurs de projet, financeurs, élu·es, presse, adhérent·es, bénévoles, contacts des structures',
    kept: 'Nom, coordonnées, statuts, rôles dans les structures, étiquettes, notes et documents de l’équipe, foyer, qui agit pour qui',
    recipients: 'Aucun',
    retention: 'Trois ans après le dernier contact, avec un mois d’annonce à l’équipe',
  },
  {
    name: 'Exercice des droits',
    purpose: 'Ouvrir ses données à qui le demande, sans compte, par un lien à son adresse.',
    legalBasis: 'Obligation légale (articles 12 à 22 du RGPD)',
    people: 'Toute personne qui demande ce que le pôle sait d’elle',
    kept: 'Adresse donnée, date, date d’ouverture du lien',
    recipients: 'Aucun',
    retention: 'Trois jours',
  },
];
