import { contextOf, newHub, type TestDatabase } from '#tests/support/database.ts';
import type { Context } from '#platform/context/context.ts';
import type { Arrival } from '../commands/open-session.ts';

/** How the browsers of tests arrive. */
export const arrival: Arrival = { overHttps: false, device: 'Firefox sur Linux', staffNeedsSecondFactor: false };

/** What mails are signed with in tests. */
export const site = { origin: 'https://pole.exemple.fr', hubName: 'Pôle des Essais' };

/** A context of a new hub. */
export async function inNewHub(database: TestDatabase): Promise<ReturnType<typeof contextOf>> {
  return contextOf(database, await newHub(database));
}

/** The same context, some time ahead. */
export function later<C extends Context>(ctx: C, duration: Temporal.DurationLike): C {
  const ahead = Temporal.Duration.from(duration);
  return { ...ctx, clock: { now: () => ctx.clock.now().add(ahead) } };
}
