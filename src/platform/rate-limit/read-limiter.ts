import { networkOf } from './try-limiter.ts';

const aMinute = 60_000;

/** Says whether an address may read once more within the minute. */
export type ReadLimiter = (hubId: string, clientIp: string) => boolean;

/**
 * Counts what is only read, in the memory of one process: writing each count down would cost more than most reads.
 * Tries that guess or send something are counted by all processes together, with `createTryLimiter`.
 */
export function createReadLimiter(perMinute: number, now: () => number = () => performance.now()): ReadLimiter {
  let counts = new Map<string, number>();
  let until = 0;
  return (hubId, clientIp) => {
    if (now() >= until) {
      counts = new Map();
      until = now() + aMinute;
    }
    const key = `${hubId} ${networkOf(clientIp)}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= perMinute;
  };
}
