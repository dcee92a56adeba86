import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** What is counted together: the kind of try, and whose. */
export interface Tried {
  hubId: string;
  /** Kind of try, as in `password` or `link`. */
  kind: string;
  /** Address or account aimed at, known or not. */
  target: string;
  /** Where it comes from, as the application establishes it; never a header taken at its word. */
  clientIp: string;
}

export type Permission = { allowed: true } | { allowed: false; retryAfterSeconds: number };

/** Counts tries by target and by origin, for all processes of the installation together. */
export interface TryLimiter {
  /** Counts one try, before it is made. Both counts are always kept, so that an unknown target costs the same. */
  take(tried: Tried): Promise<Permission>;
  /** Takes a try back from the counts once it proved honest: thirty people of one room may sign in one after another. */
  forgive(tried: Tried): Promise<void>;
  /** Counts one more under this key, and says whether there were at most so many in the time of this limiter. */
  within(key: string, most: number): Promise<boolean>;
}

/** How many tries within how many seconds. */
export interface Tries {
  points: number;
  seconds: number;
}

/** Ten tries a quarter of an hour (OWASP ASVS 6.3.1). */
export const usualTries: Tries = { points: 10, seconds: 15 * 60 };

/** Counts in the table `rate_limits`; keys are hashes, so it holds neither address nor IP. */
export function createTryLimiter(pool: Pool, limits: Tries = usualTries): TryLimiter {
  const counts = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: 'try',
    points: limits.points,
    duration: limits.seconds,
  });
  return {
    async take(tried) {
      const answers = await Promise.all(keysOf(tried).map((key) => consume(counts, key)));
      const waits = answers.filter((seconds) => seconds > 0);
      return waits.length === 0 ? { allowed: true } : { allowed: false, retryAfterSeconds: Math.max(...waits) };
    },
    async forgive(tried) {
      await Promise.all(keysOf(tried).map((key) => counts.reward(key, 1)));
    },
    async within(key, most) {
      const count = await counts.penalty(hashed(key), 1);
      return count.consumedPoints <= most;
    },
  };
}

/** Seconds to wait, or 0. */
async function consume(counts: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await counts.consume(key, 1);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}

function keysOf(tried: Tried): string[] {
  return [`target\n${tried.target}`, `ip\n${networkOf(tried.clientIp)}`].map((whose) =>
    hashed(`${tried.hubId}\n${tried.kind}\n${whose}`),
  );
}

const hashed = (key: string) => createHash('sha256').update(key).digest('base64url');

/** The network of an address. One IPv6 subscriber holds at least a /64: single addresses would give each 2^64 tries. */
export function networkOf(ip: string): string {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip;
  const [head = '', tail] = ip.split('%')[0]?.split('::') ?? [];
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(gap).fill('0'), ...right]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}
