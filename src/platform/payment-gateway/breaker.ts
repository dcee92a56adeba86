import { GatewayUnavailable } from './payment-gateway.ts';

/** Stops calling a server that does not answer: whoever comes meanwhile is told at once instead of waiting. */
export interface Breaker {
  run<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Since when calls are not even tried, in epoch milliseconds; null when they are. */
  openSince(): number | null;
}

const failuresToOpen = 3;
const restMs = 30_000;

export function createBreaker(now: () => number): Breaker {
  let failures = 0;
  let restsUntil = 0;
  let openedAt: number | null = null;
  return {
    async run(work) {
      if (now() < restsUntil) throw new GatewayUnavailable('resting after several failures');
      try {
        const value = await work();
        failures = 0;
        openedAt = null;
        return value;
      } catch (error) {
        if (!(error instanceof GatewayUnavailable)) {
          // It answered, if only to refuse.
          failures = 0;
          openedAt = null;
          throw error;
        }
        failures += 1;
        if (failures >= failuresToOpen) {
          openedAt ??= now();
          restsUntil = now() + restMs;
        }
        throw error;
      }
    },
    openSince: () => openedAt,
  };
}
