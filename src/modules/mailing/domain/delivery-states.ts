/** Why a copy may be sent: she subscribed to its subject, she is a member, she agreed on paper or by word. */
export const deliveryBases = ['subscriber', 'member', 'consent'] as const;
export type DeliveryBasis = (typeof deliveryBases)[number];

export const deliveryStates = ['waiting', 'sending', 'sent', 'postponed', 'refused', 'uncertain', 'skipped'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliveryNames: Readonly<Record<DeliveryState, string>> = {
  waiting: 'À partir',
  sending: 'En train de partir',
  sent: 'Parti',
  postponed: 'Remis à plus tard',
  refused: 'Refusé',
  uncertain: 'Incertain',
  skipped: 'Non envoyé',
};

/** Why a copy did not leave. Other words are those of the mail server’s code. */
export const skipNames: Readonly<Record<string, string>> = {
  suppressed: 'Adresse qui ne reçoit plus rien',
  unsubscribed: 'Désabonné·e depuis',
  heard: 'A déjà reçu cette information',
  withdrawn: 'Ce qu’il annonçait a été retiré',
  budget: 'A déjà reçu assez de messages cette semaine',
  cancelled: 'Envoi arrêté',
  hard: 'Adresse refusée par son serveur',
  soft: 'Serveur indisponible pendant trois jours',
  message: 'Message impossible à écrire pour cette adresse',
  noServer: 'Aucun serveur de messagerie n’est réglé',
};
