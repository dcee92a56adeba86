/** The ways the hub may reach someone. */
export const reachChannels = ['mail', 'letter', 'phone', 'none'] as const;
export type ReachChannel = (typeof reachChannels)[number];

/** What the hub has to reach someone with. */
export interface KnownWays {
  email: boolean;
  postal: boolean;
  phone: boolean;
}

/**
 * How someone is reached: as she wishes when the hub can, else by the first way it has. Who has no mail address is as
 * much someone to write to as the others.
 */
export function reachOf(known: KnownWays, wished: ReachChannel | null): ReachChannel {
  if (wished === 'none') return 'none';
  if (wished === 'mail' && known.email) return 'mail';
  if (wished === 'letter' && known.postal) return 'letter';
  if (wished === 'phone' && known.phone) return 'phone';
  if (known.email) return 'mail';
  if (known.postal) return 'letter';
  return known.phone ? 'phone' : 'none';
}

/** « à joindre par téléphone ». */
export const reachWords: Readonly<Record<ReachChannel, string>> = {
  mail: 'À joindre par mail',
  letter: 'À joindre par courrier postal',
  phone: 'À joindre par téléphone',
  none: 'Aucun moyen de la joindre',
};
