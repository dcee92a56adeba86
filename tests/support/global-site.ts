import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startFilledSite, startSiteProcess } from './started-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder that holds the demonstration, to be copied. */
    demonstration: string;
    /** A site for each file that runs at the same time. */
    sites: { origin: string; signInPath: string; folder: string }[];
  }
}

/** The demonstration, filled once by the built program, then a site on a copy of it for each worker. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const demonstration = await mkdtemp(join(tmpdir(), 'essaim-demonstration-'));
  await (await startSiteProcess({ folder: demonstration })).stop();
  const workers = Math.max(1, project.vitest.config.maxWorkers);
  const sites = await Promise.all(Array.from({ length: workers }, () => startFilledSite(demonstration)));
  project.provide('demonstration', demonstration);
  project.provide(
    'sites',
    sites.map(({ origin, signInPath, folder }) => ({ origin, signInPath: signInPath ?? '', folder })),
  );
  return async () => {
    await Promise.all(sites.map((site) => site.stop()));
    await rm(demonstration, { recursive: true, force: true });
  };
}
