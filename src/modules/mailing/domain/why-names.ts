import type { DeliveryBasis } from './delivery-states.ts';

/** Why somebody of an audience receives a mailing. */
export const basisNames: Readonly<Record<DeliveryBasis, string>> = {
  subscriber: 'Abonné·e à ce sujet',
  member: 'Adhérent·e',
  consent: 'A donné son accord',
};

/** Why somebody of an audience does not. */
export const whyNotNames: Readonly<Record<string, string>> = {
  noEmail: 'Sans adresse e-mail',
  suppressed: 'Adresse qui ne reçoit plus rien',
  unsubscribed: 'Désabonné·e',
  noConsent: 'N’a pas demandé ce sujet',
  otherWay: 'Préfère le courrier ou le téléphone',
  paused: 'A mis ses messages en pause',
  digest: 'Le lira dans son récapitulatif',
  heard: 'L’a déjà reçue',
  budget: 'A déjà assez reçu cette semaine',
};
