import { loadConfig } from '#platform/config/load-config.ts';
import type { Config } from '#platform/config/parse-config.ts';
import { createLog } from '#platform/log/log.ts';
import { composeSite, type ComposedSite } from '../compose-site.ts';
import { openInstallation, type Installation, type OpeningOptions } from '../installation.ts';
import { say } from './say.ts';

/** Opens the installation for the time of a command, beside the running site or alone. */
export async function withInstallation<Value>(
  purpose: string,
  work: (installation: Installation, config: Config) => Promise<Value>,
  options: Pick<Partial<OpeningOptions>, 'withoutMigrations'> = {},
): Promise<Value> {
  const config = loadConfig();
  const installation = await openInstallation(config, {
    purpose,
    say,
    log: createLog('warn'),
    isSite: false,
    ...options,
  });
  try {
    return await work(installation, config);
  } finally {
    await installation.close();
  }
}

/** The same with the application put together: commands of the modules can be run. */
export function withSite<Value>(
  purpose: string,
  work: (site: ComposedSite, config: Config) => Promise<Value>,
): Promise<Value> {
  return withInstallation(purpose, async (installation, config) => {
    const site = await composeSite(config, installation, createLog('warn'));
    try {
      return await work(site, config);
    } finally {
      await site.close();
    }
  });
}
