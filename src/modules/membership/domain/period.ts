export const periodKinds = ['fixed', 'rolling'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export const campaignStates = ['draft', 'open', 'closed'] as const;
export type CampaignState = (typeof campaignStates)[number];

export const campaignStateNames: Readonly<Record<CampaignState, string>> = {
  draft: 'En préparation',
  open: 'Ouverte',
  closed: 'Terminée',
};

export interface CampaignPeriod {
  periodKind: PeriodKind;
  startsOn: Temporal.PlainDate | null;
  endsOn: Temporal.PlainDate | null;
  rollingMonths: number;
  graceDays: number;
}

export interface Period {
  startsOn: Temporal.PlainDate;
  endsOn: Temporal.PlainDate;
  graceUntil: Temporal.PlainDate;
}

const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) > 0;

/**
 * The days that a membership accepted on this day covers. Who is a member already goes on from the day after, who is not
 * begins at once, even before the campaign's own first day: those weeks are a gift, never a gap.
 */
export function periodFrom(
  campaign: CampaignPeriod,
  today: Temporal.PlainDate,
  /** Last day of the membership that runs, if one does. */
  runsUntil: Temporal.PlainDate | null,
): Period {
  const startsOn = runsUntil && !isAfter(today, runsUntil) ? runsUntil.add({ days: 1 }) : today;
  const endsOn =
    campaign.periodKind === 'rolling' || campaign.endsOn === null
      ? startsOn.add({ months: campaign.rollingMonths }).subtract({ days: 1 })
      : isAfter(startsOn, campaign.endsOn)
        ? startsOn
        : campaign.endsOn;
  return { startsOn, endsOn, graceUntil: endsOn.add({ days: campaign.graceDays }) };
}

/** Whether one may join online on this day. */
export function isOpenOn(
  campaign: { state: CampaignState; opensOn: Temporal.PlainDate; closesOn: Temporal.PlainDate | null },
  today: Temporal.PlainDate,
): boolean {
  return (
    campaign.state === 'open' &&
    !isAfter(campaign.opensOn, today) &&
    (campaign.closesOn === null || !isAfter(today, campaign.closesOn))
  );
}
