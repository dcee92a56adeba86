import type { Context } from '#platform/context/context.ts';
import type { KeyFigure } from '#platform/contributions/module.ts';
import { agree, formatNumber } from '#platform/french/index.ts';
import { moneyPaths } from '../../money-paths.ts';
import { movements } from '../domain/counts.ts';
import { membersOn, type MemberOn } from './members-on.ts';

const yearsShown = 6;

export interface MemberFigures {
  readonly today: Temporal.PlainDate;
  readonly members: readonly MemberOn[];
  readonly before: readonly MemberOn[];
  readonly byYear: readonly { readonly day: Temporal.PlainDate; readonly count: number }[];
  readonly moves: ReturnType<typeof movements<MemberOn>>;
}

/** A year before a day, to compare: 29 February becomes the 28th. */
export const yearBefore = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ years: 1 });

/** Members today, a year ago, and at the end of the last years. */
export async function memberFigures(ctx: Context): Promise<MemberFigures> {
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const members = await membersOn(ctx, today);
  const before = await membersOn(ctx, yearBefore(today));
  const byYear: { day: Temporal.PlainDate; count: number }[] = [];
  for (let back = yearsShown - 1; back >= 1; back -= 1) {
    const day = Temporal.PlainDate.from({ year: today.year - back, month: 12, day: 31 });
    byYear.push({ day, count: (await membersOn(ctx, day)).length });
  }
  const first = byYear.findIndex(({ count }) => count > 0);
  return {
    today,
    members,
    before,
    byYear: [...(first === -1 ? [] : byYear.slice(first)), { day: today, count: members.length }],
    moves: movements(before, members),
  };
}

/** The figure that pages of the site may show. */
export async function memberKeyFigures(ctx: Context): Promise<KeyFigure[]> {
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const count = (await membersOn(ctx, today)).length;
  if (count === 0) return [];
  return [
    {
      key: 'membership.members',
      count,
      value: formatNumber(count),
      label: agree(count, 'membre du pôle', 'membres du pôle'),
      href: moneyPaths.showcase,
    },
  ];
}
