import type { TestProject } from 'vitest/node';
import { startSiteProcess } from './started-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    siteOrigin: string;
    signInPath: string;
  }
}

/** The built site with its demonstration hub, once for all browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const site = await startSiteProcess();
  project.provide('siteOrigin', site.origin);
  project.provide('signInPath', site.signInPath ?? '');
  return () => site.stop();
}
