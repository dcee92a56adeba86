import { join } from 'node:path';
import { startSiteProcess, type StartedSite } from '../../tests/support/started-site.ts';
import { enterByLink, formKey, openClient, type Client } from './client.ts';
import { atLeast, atMost, type Scenario } from './scenario.ts';

const preload = join(import.meta.dirname, 'deny-outbound.mjs');
const mostPages = 400;

/** B-34: started with the usual settings and clicked through from end to end, the site never reaches another machine. */
export const noOutbound: Scenario = {
  name: 'outbound',
  code: 'B-34',
  title: 'aucune connexion vers l’extérieur',
  async run(ordeal) {
    const site = await startSiteProcess({ environment: { NODE_OPTIONS: `--import=${preload}` } });
    try {
      const visitor = openClient(site.origin);
      const seen = await clickThrough(visitor, '/', ordeal.times(mostPages, 40));
      const staff = openClient(site.origin);
      await enterByLink(staff, site.signInPath);
      const office = await clickThrough(staff, '/gestion', ordeal.times(mostPages, 40));
      await staff.post('/gestion/annuaire/nouvelle', {
        _cle: formKey(),
        name: 'Fiche sans sortie',
        town: 'Guichen (35580)',
        isAnother: 'oui',
      });
      await visitor.post('/connexion', { email: 'quelquun@exemple.test' });
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      const tried = attempts(site);
      for (const line of new Set(tried)) ordeal.say(`  ${line}`);
      const elsewhere = [...seen.elsewhere, ...office.elsewhere];
      for (const line of new Set(elsewhere)) ordeal.say(`  ${line}`);
      // An import from an address is the one way out that a person asks for: it must be seen here.
      await staff.post('/gestion/annuaire/importer', { _cle: formKey(), adresse: 'http://exemple.test/liste.csv' });
      for (let wait = 0; wait < 100 && attempts(site).length === tried.length; wait++)
        await new Promise((resolve) => setTimeout(resolve, 100));
      return [
        {
          what: 'pages ouvertes, publiques et de gestion',
          found: `${seen.pages} et ${office.pages}`,
          expected: '> 0',
          passed: seen.pages > 5 && office.pages > 5,
        },
        atMost('connexions ou noms demandés hors de la machine', tried.length, 0),
        atMost('scripts, styles, images ou polices pris ailleurs', elsewhere.length, 0),
        atMost('pages en erreur', seen.broken + office.broken, 0),
        atLeast('contrôle : une importation par adresse est vue', attempts(site).length - tried.length, 1),
      ];
    } finally {
      await site.stop();
    }
  },
};

function attempts(site: StartedSite): string[] {
  return site
    .printed()
    .split('\n')
    .filter((line) => line.startsWith('SORTIE'));
}

async function clickThrough(
  client: Client,
  start: string,
  most: number,
): Promise<{ pages: number; broken: number; elsewhere: string[] }> {
  const waiting = [start];
  const known = new Set(waiting);
  const found = { pages: 0, broken: 0, elsewhere: [] as string[] };
  for (let path = waiting.shift(); path !== undefined && found.pages < most; path = waiting.shift()) {
    const { status, text } = await client.get(path);
    found.pages += 1;
    if (status >= 500) found.broken += 1;
    for (const [, address = ''] of text.matchAll(
      /(?:<(?:script|img|link rel="stylesheet"|iframe|source)[^>]+(?:src|href)=")(https?:\/\/[^"]+)/g,
    ))
      if (!address.includes('localhost')) found.elsewhere.push(`${path} ${address}`);
    for (const [, link = ''] of text.matchAll(/href="(\/[^"#]*)/g)) {
      const clean = link.replaceAll('&amp;', '&');
      if (
        known.has(clean) ||
        clean.startsWith('/assets/') ||
        clean.startsWith('//') ||
        /deconnexion|sortir/.test(clean)
      )
        continue;
      known.add(clean);
      waiting.push(clean);
    }
  }
  return found;
}
