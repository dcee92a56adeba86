/** A session left alone this long is over. */
export const idleLimit = Temporal.Duration.from({ hours: 30 * 24 });

/** However often it is used, a session is over after this. */
export const absoluteLimit = Temporal.Duration.from({ hours: 90 * 24 });

/** Time to give the second factor after the first. */
export const pendingLimit = Temporal.Duration.from({ minutes: 10 });

/** How long a proof of identity counts before changing an address, a password or a second factor. */
export const proofLimit = Temporal.Duration.from({ minutes: 10 });

/** The moment of last use is written at most this often. */
export const seenPrecision = Temporal.Duration.from({ minutes: 10 });

/** Validity of each kind of link from the moment it is sent (ASVS 6.5.5 for those asked for while signing in). */
export const linkValidity = {
  requested: Temporal.Duration.from({ minutes: 10 }),
  invitation: Temporal.Duration.from({ hours: 72 }),
  first: Temporal.Duration.from({ hours: 24 }),
  addressChange: Temporal.Duration.from({ hours: 1 }),
};

/** Wrong codes after which a link is lost. */
export const codeAttempts = 5;

/** Whether an identity was proved recently enough for a change that could lock its owner out. */
export function isFreshProof(provedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(provedAt.add(proofLimit), now) >= 0;
}
