import autocannon from 'autocannon';
import { costOf, describeCost } from './process-cost.ts';

export interface Asked {
  origin: string;
  /** One path, or several taken in turn. */
  paths: readonly string[];
  headers?: Record<string, string>;
  connections?: number;
  seconds?: number;
}

export interface Answered {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** Answers other than 2xx, and requests without answer. */
  failed: number;
  total: number;
  /** Bytes of an answer, on average. */
  bytes: number;
  cost: string;
}

/** Asks the same pages again and again over a few connections (16 unless said) and counts. */
export async function load(
  pid: number,
  { origin, paths, headers = {}, connections = 16, seconds = 8 }: Asked,
): Promise<Answered> {
  const requests = paths.map((path) => ({ method: 'GET' as const, path, headers }));
  await autocannon({ url: origin, connections, duration: 2, requests });
  const before = costOf(pid);
  const result = await autocannon({ url: origin, connections, duration: seconds, requests });
  const after = costOf(pid);
  return {
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    // The tool gives 97.5 and not 95: the figure said is the harder one.
    p95: result.latency.p97_5,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
    total: result.requests.total,
    bytes: result.throughput.total / Math.max(1, result.requests.total),
    cost: describeCost(before, after, Math.max(1, result.requests.total)),
  };
}

/** Asks addresses one after the other over one connection; gives the milliseconds and bytes of each. */
export async function askEach(
  origin: string,
  paths: readonly string[],
  headers: Record<string, string> = {},
): Promise<{ path: string; ms: number; bytes: number; status: number }[]> {
  const answers = [];
  for (const path of paths) {
    const startedAt = performance.now();
    const response = await fetch(origin + path, { headers });
    const bytes = (await response.arrayBuffer()).byteLength;
    answers.push({ path, ms: performance.now() - startedAt, bytes, status: response.status });
  }
  return answers;
}
