import { inject } from 'vitest';

export interface OwnSite {
  origin: string;
  signInPath: string;
  /** Its data folder. */
  folder: string;
}

/** The demonstration of this worker: files that run at the same time never share one. */
export function ownSite(): OwnSite {
  const sites = inject('sites');
  const site = sites[(Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % sites.length];
  if (!site) throw new Error('no site was started');
  return site;
}
