/** One information, a digest of several, an edition written by the actors, a free letter. */
export const mailingKinds = ['single', 'digest', 'edition', 'letter'] as const;
export type MailingKind = (typeof mailingKinds)[number];

export const kindNames: Readonly<Record<MailingKind, string>> = {
  single: 'Une information',
  digest: 'Récapitulatif',
  edition: 'Lettre des acteurs',
  letter: 'Lettre',
};

export const mailingStates = ['draft', 'scheduled', 'sending', 'paused', 'sent', 'cancelled'] as const;
export type MailingState = (typeof mailingStates)[number];

export const stateNames: Readonly<Record<MailingState, string>> = {
  draft: 'Brouillon',
  scheduled: 'Programmé',
  sending: 'En cours d’envoi',
  paused: 'En pause',
  sent: 'Envoyé',
  cancelled: 'Arrêté',
};

/** From which states an act may start. */
export const startsFrom = {
  change: ['draft', 'scheduled'],
  send: ['draft', 'scheduled'],
  schedule: ['draft', 'scheduled'],
  pause: ['sending'],
  resume: ['paused'],
  cancel: ['scheduled', 'sending', 'paused'],
} as const satisfies Record<string, readonly MailingState[]>;
export type MailingAct = keyof typeof startsFrom;

export function mayStart(act: MailingAct, state: MailingState): boolean {
  return (startsFrom[act] as readonly MailingState[]).includes(state);
}
