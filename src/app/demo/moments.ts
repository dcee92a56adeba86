import type { Context } from '#platform/context/context.ts';

/** The same context some hours ago: the demonstration has a past. */
export function hoursBefore(ctx: Context, hours: number): Context {
  return { ...ctx, clock: { now: () => ctx.clock.now().subtract({ hours: Math.round(hours) }) } };
}

/** The same context some days ago. */
export function daysBefore(ctx: Context, days: number): Context {
  return hoursBefore(ctx, days * 24);
}

/** That day, or the first such weekday after it (1: Monday). */
export function nextWeekday(from: Temporal.PlainDate, weekday: number): Temporal.PlainDate {
  return from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });
}
