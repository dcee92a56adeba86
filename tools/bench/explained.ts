import type { BenchHub } from './bench-hub.ts';

/** What PostgreSQL says of a statement run as the application runs it: its time and its heaviest steps. */
export async function explained(hub: BenchHub, what: string, statement: string): Promise<string[]> {
  const run = async (): Promise<string[]> => {
    const { rows } = await hub.ctx.db.$client.query(
      `explain (analyze, costs off, timing off, summary on) ${statement}`,
    );
    return (rows as Record<string, string>[]).map((row) => row['QUERY PLAN'] ?? '');
  };
  await run();
  const plan = await run();
  const time = plan.find((line) => line.includes('Execution Time'))?.trim() ?? '';
  const scans = plan
    .filter((line) => /Scan/.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^->\s*/, '')
        .replace(/\s*\(actual rows=([\d.]+) loops=(\d+)\)/, ' [$1 × $2]'),
    );
  return [`PostgreSQL, ${what} : ${time} ; ${scans.slice(0, 4).join(' · ')}`];
}
