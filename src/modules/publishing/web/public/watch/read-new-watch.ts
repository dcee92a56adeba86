import type { Context } from '#platform/context/context.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { allPublished } from '../../../queries/all-published.ts';
import type { PublishedLine } from '../../../queries/published-list.ts';

/** How long an item of the watch is new. */
const newDays = 60;

/** The latest items of the watch, when there are some of the last two months. */
export async function readNewWatch(
  ctx: Context,
  deps: Pick<PublishingDependencies, 'kept'>,
  count: number,
): Promise<readonly PublishedLine<'watch'>[]> {
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const since = today.subtract({ days: newDays });
  return byDay(await allPublished(ctx, deps, 'watch'), ctx.zone)
    .filter((line) => Temporal.PlainDate.compare(dayOf(line, ctx.zone), since) >= 0)
    .slice(0, count);
}

/** The day an item is about. */
export function dayOf({ happenedOn, publishedAt }: PublishedLine<'watch'>, zone: string): Temporal.PlainDate {
  return happenedOn ?? publishedAt.toZonedDateTimeISO(zone).toPlainDate();
}

/** The latest first. */
export function byDay(lines: readonly PublishedLine<'watch'>[], zone: string): PublishedLine<'watch'>[] {
  return lines.toSorted(
    (a, b) =>
      Temporal.PlainDate.compare(dayOf(b, zone), dayOf(a, zone)) ||
      Temporal.Instant.compare(b.publishedAt, a.publishedAt),
  );
}
