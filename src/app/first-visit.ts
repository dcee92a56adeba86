import { createFirstSignInLink, employeesWithoutAccount } from '#modules/identity/index.ts';
import type { Config } from '#platform/config/parse-config.ts';
import type { ComposedSite } from './compose-site.ts';
import { fillDemonstration } from './demo/fill-demonstration.ts';

/**
 * Prepares the very first visit: an empty installation gets the demonstration hub, and as long as nobody has signed in,
 * each start gives a new link to do so.
 */
export async function prepareFirstVisit(
  site: ComposedSite,
  config: Config,
  say: (line: string) => void,
): Promise<void> {
  await fillDemonstration(site, say);
  const [hub] = await site.deps.hubs.openHubs();
  if (!hub) return;
  const [employee] = await employeesWithoutAccount(site.deps.databases.forHub(hub.id));
  if (!employee) return;
  const path = await createFirstSignInLink(await site.contextOf(hub.id, null), employee.personId);
  const address = config.isServedOnLoopback ? `http://localhost:${config.port}` : config.publicUrl;
  say('');
  say('Première visite : ouvrez ce lien pour entrer, il sert une seule fois et vaut 24 heures.');
  process.stdout.write(`\n  ${address}${path}\n`);
}
