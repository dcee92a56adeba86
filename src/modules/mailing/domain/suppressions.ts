/** Why nothing more is sent to an address: its reader said so, or its server. */
export const suppressionReasons = ['unsubscribed', 'bounced', 'complained', 'paused', 'asked'] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

export const suppressionNames: Readonly<Record<SuppressionReason, string>> = {
  unsubscribed: 'Désabonnement',
  bounced: 'Adresse qui n’existe plus',
  complained: 'Plainte',
  paused: 'Serveur indisponible plusieurs fois de suite',
  asked: 'À sa demande',
};
