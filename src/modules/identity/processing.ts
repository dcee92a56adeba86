import type { ProcessingActivity } from '#platform/contributions/module.ts';

/** What accounts and consents do with data about people. */
export const identityProcessing: readonly ProcessingActivity[] = [
  {
    name: 'Comptes et connexions',
    purpose: 'Reconnaître les personnes qui ont un compte, protéger leur accès, savoir qui fait quoi sur le site.',
    legalBasis: 'Exécution du service demandé (article 6-1-b)',
    people: 'Équipe, conseil d’administration, contributeur·rices, adhérent·es qui ont un compte',
    kept: 'Nom, adresse de connexion, mot de passe sous forme illisible, clés d’accès, sessions et appareils, rôles',
    recipients: 'Aucun',
    retention: 'La vie du compte ; sessions oubliées après leur fin',
  },
  {
    name: 'Consentements et demandes d’effacement',
    purpose: 'Prouver ce à quoi chacun·e a dit oui, et répondre aux demandes sur ses données.',
    legalBasis: 'Obligation légale (articles 7, 15 à 22 du RGPD)',
    people: 'Toute personne qui a donné un accord ou exercé un droit',
    kept: 'Mots de l’accord, date, source, preuve, date du retrait ; date de la demande et de la réponse',
    recipients: 'La CNIL, si elle le demande',
    retention: 'Trois ans après le retrait ou la réponse, sans le nom une fois la personne effacée',
  },
];
