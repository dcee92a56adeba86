import type { Context } from '#platform/context/context.ts';

/** The same context some hours ago: the demonstration has a past. */
export function hoursBefore(ctx: Context, hours: number): Context {
  return { ...ctx, clock: { now: () => ctx.clock.now().subtract({ hours: Math.round(hours) }) } };
}

/** The same context some days ago. */
export function daysBefore(ctx: Context, days: number): Context {
  return hoursBefore(ctx, days * 24);
}
