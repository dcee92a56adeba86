import type { ProcessingActivity } from '#platform/contributions/module.ts';

/** What mailings do with data about people. */
export const mailingProcessing: readonly ProcessingActivity[] = [
  {
    name: 'Lettres et envois',
    purpose: 'Envoyer à chacun·e ce qu’elle a demandé, au rythme choisi, et ne rien envoyer à qui s’y oppose.',
    legalBasis: 'Consentement (article 6-1-a) ; intérêt légitime pour la vie du réseau entre adhérent·es',
    people: 'Abonné·es, adhérent·es',
    kept: 'Adresse, sujets, rythme, preuve de l’accord, envois reçus, réponses, adresses qui refusent. Ni ouverture ni clic suivis',
    recipients: 'Le serveur de mail du pôle',
    retention: 'Trois ans après le dernier contact ; opposition gardée trois ans, puis sous forme d’empreinte seule',
  },
];
