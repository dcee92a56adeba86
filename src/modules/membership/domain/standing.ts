export const membershipStates = ['running', 'renewed', 'lapsed', 'left'] as const;
export type MembershipState = (typeof membershipStates)[number];

/** Where a member stands on a day: up to date, over but in the time of grace, not begun, no longer. */
export const standings = ['current', 'late', 'coming', 'former'] as const;
export type Standing = (typeof standings)[number];

export const standingNames: Readonly<Record<Standing, string>> = {
  current: 'À jour',
  late: 'À renouveler',
  coming: 'À venir',
  former: 'Terminée',
};

/** « À jour », « À renouveler, impayée ». */
export const standingInWords = ({ standing, isUnpaid }: { standing: Standing; isUnpaid: boolean }): string =>
  isUnpaid && standing !== 'former'
    ? standing === 'current'
      ? 'Impayée'
      : `${standingNames[standing]}, impayée`
    : standingNames[standing];

export function standingOf(
  membership: {
    state: MembershipState;
    startsOn: Temporal.PlainDate;
    endsOn: Temporal.PlainDate;
    graceUntil: Temporal.PlainDate;
  },
  today: Temporal.PlainDate,
): Standing {
  const isPast = (date: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(date, today) < 0;
  if (membership.state !== 'running' || isPast(membership.graceUntil)) return 'former';
  if (Temporal.PlainDate.compare(membership.startsOn, today) > 0) return 'coming';
  return isPast(membership.endsOn) ? 'late' : 'current';
}
