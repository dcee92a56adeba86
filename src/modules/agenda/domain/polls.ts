/** What one says of a date: it suits, it would do if need be, it does not. */
export const pollChoices = ['yes', 'maybe', 'no'] as const;
export type PollChoice = (typeof pollChoices)[number];

/** Who sees what others answered: whoever has the link, only how many, or the team alone. */
export const pollAudiences = ['everyone', 'counts', 'team'] as const;
export type PollAudience = (typeof pollAudiences)[number];

/** One answer, as the best dates are computed from it. */
export interface Answered {
  readonly isNeeded: boolean;
  readonly choices: ReadonlyMap<string, PollChoice>;
}

/** How a date stands. */
export interface SlotStanding {
  readonly slotId: string;
  readonly yes: number;
  readonly maybe: number;
  readonly no: number;
  /** Somebody without whom it makes no sense said no. */
  readonly isBlocked: boolean;
  /** None stands better. */
  readonly isBest: boolean;
}

/**
 * How each date stands, in the order given. The best ones are not refused by anyone needed, and count the most yes; among
 * equals, the most « if need be » (so the fewest who cannot). No date is best before somebody could come to one.
 */
export function standings(slotIds: readonly string[], answers: readonly Answered[]): SlotStanding[] {
  const counted = slotIds.map((slotId) => {
    const said = (choice: PollChoice) => answers.filter(({ choices }) => choices.get(slotId) === choice).length;
    const isBlocked = answers.some(({ isNeeded, choices }) => isNeeded && choices.get(slotId) === 'no');
    return { slotId, yes: said('yes'), maybe: said('maybe'), no: said('no'), isBlocked };
  });
  const open = counted.filter(({ isBlocked, yes, maybe }) => !isBlocked && yes + maybe > 0);
  const mostYes = Math.max(0, ...open.map(({ yes }) => yes));
  const mostMaybe = Math.max(0, ...open.filter(({ yes }) => yes === mostYes).map(({ maybe }) => maybe));
  return counted.map((slot) => ({
    ...slot,
    isBest: open.includes(slot) && slot.yes === mostYes && slot.maybe === mostMaybe,
  }));
}

/** A host to choose among: how many it suits, and when it last received. */
export interface HostStanding {
  readonly hostId: string;
  readonly votes: number;
  readonly lastHostedOn: Temporal.PlainDate | null;
}

/** Hosts in the order that shares the effort: never received first, then the longest ago; among equals, the most wished. */
export function inRotation<Host extends HostStanding>(hosts: readonly Host[]): Host[] {
  return [...hosts].sort((a, b) => {
    const [first, second] = [a.lastHostedOn?.toString() ?? '', b.lastHostedOn?.toString() ?? ''];
    return first === second ? b.votes - a.votes : first < second ? -1 : 1;
  });
}
