import type { Page } from 'playwright-core';
import { foundPages } from './found-pages.ts';
import { kindOf } from './page-kinds.ts';

/** Pages that only a letter, an act or the team leads to, opened once: each answers. */
export interface PrivatePages {
  /** For whoever holds the address. */
  visitor: readonly string[];
  /** For the team. */
  employee: readonly string[];
}

/** Does what leads to private pages, and reads the letters of the demonstration for the others. */
export async function privatePages(
  visitor: Page,
  employee: Page,
  origin: string,
  forum: string,
): Promise<PrivatePages> {
  const send = (path: string, form: Record<string, string>): Promise<string> => sent(visitor, origin, path, form);
  const hrefOf = async (page: Page, path: string, link: string): Promise<string> => {
    await page.goto(origin + path);
    return pathOf(await page.locator(link).first().getAttribute('href'), path);
  };
  await visitor.goto(`${origin}${forum}/benevoles`);
  const shiftIds = (await visitor.locator('[name=shiftIds]').first().getAttribute('value')) ?? '';
  const who = { name: 'Personne Essai', email: 'personne@essai.example' };
  const [, course] = await linksOf(visitor, `${origin}/formations`, 'main a[href^="/formations/"]');
  await send(`${course ?? ''}/prevenir`, who);
  const done = [
    await send('/agenda/abonnement', { nom: 'Le mien' }),
    await send(`${forum}/stands`, { name: 'Miel', activity: 'Miel', contactName: 'Ana', email: 'ana@essai.example' }),
    // Without a mail, the page itself leads to her own.
    await send(`${forum}/benevoles`, { shiftIds, name: who.name, phone: '06 39 98 10 77' }),
  ];
  const visit = await linksOf(visitor, `${origin}/agenda`, 'main a[href*="menuiserie"]');
  const own = (await send(`${visit[0] ?? ''}/inscription`, { 'p0-name': who.name, 'p0-email': who.email })).split(
    '?',
  )[0];
  const registrations = await hrefOf(employee, visit[0] ?? '', 'a[href^="/gestion/agenda/"][href*="/inscriptions"]');
  const charge = await hrefOf(employee, '/gestion/paiements', 'main a[href^="/gestion/paiements/"][href*="-"]');
  const pay = await hrefOf(employee, charge, 'a[href*="/payer/"]');
  const others = await foundPages(visitor, employee, origin);
  const letters = await pagesOfLetters(visitor, origin);
  // Opened by its button, her page lets her change her address: the new one proves it, the former one is told.
  const rights = letters.find((path) => path.startsWith('/mes-donnees/')) ?? '';
  const newest = async (start: string): Promise<string> => {
    for (const letter of await linksOf(visitor, `${origin}/courrier-local`, 'a[href^="/courrier-local/"]'))
      for (const path of await privateLinks(visitor, origin, letter)) if (path.startsWith(start)) return path;
    throw new Error(`no letter leads to ${start}`);
  };
  await send(`${rights}/ouvrir`, {});
  await send(`${rights}/adresse`, { email: 'ailleurs@essai.example' });
  const proved = await visitor.request.post(origin + (await newest('/nouvelle-adresse/')), {
    headers: { origin },
    form: {},
  });
  if (!proved.ok()) throw new Error(`a new address is refused: ${proved.status()}`);
  await send(`${rights}/adresse`, { email: 'nouvelle@essai.example' });
  letters.push(await newest('/nouvelle-adresse/'), await newest('/adresse-quittee/'));
  const poll = letters.find((path) => path.startsWith('/agenda/sondage/'));
  const found: PrivatePages = {
    visitor: [
      ...letters.filter((path) => !/^\/(inscription|agenda\/[^/]+\/(benevoles|stands))\//.test(path)),
      ...done,
      own ?? '',
      `${own}/covoiturage`,
      pay,
      ...others.visitor,
      poll?.split('/').slice(0, 4).join('/') ?? '',
      '/courrier-local',
    ],
    employee: [
      ...['covoiturage', 'emargement', 'messages'].map((part) => registrations.replace(/inscriptions.*/, part)),
      ...others.employee,
    ],
  };
  for (const [page, paths] of [
    [visitor, found.visitor],
    [employee, found.employee],
  ] as const)
    for (const path of paths) {
      const answer = await page.request.get(origin + path);
      if (answer.status() !== 200) throw new Error(`${path} answers ${answer.status()}`);
    }
  return found;
}

/** Sends a form as the browser of this page would; where it leads. */
async function sent(page: Page, origin: string, path: string, form: Record<string, string>): Promise<string> {
  const answer = await page.request.post(origin + path, { form, headers: { origin }, maxRedirects: 0 });
  const to = answer.headers()['location'];
  if (answer.status() !== 303 || !to) throw new Error(`${path} answers ${answer.status()}`);
  return to;
}

/** One page of each kind that letters lead to, and one letter. */
async function pagesOfLetters(page: Page, origin: string): Promise<string[]> {
  const kinds = new Map<string, string>();
  const asked = new Set<string>();
  for (let list: string | undefined = '/courrier-local'; list !== undefined && !asked.has(list);) {
    asked.add(list);
    const links = await linksOf(page, origin + list, 'a[href^="/courrier-local"]');
    for (const letter of links.filter((link) => link.startsWith('/courrier-local/')))
      for (const path of await privateLinks(page, origin, letter))
        kinds.set(kindOf(path), kinds.get(kindOf(path)) ?? path);
    list = links.findLast((link) => link.startsWith('/courrier-local?') && !asked.has(link));
  }
  return [...kinds.values()];
}

const aSecret = /\/[\w-]{32,}/;

async function privateLinks(page: Page, origin: string, letter: string): Promise<string[]> {
  const text = await (await page.request.get(origin + letter)).text();
  const paths = [...text.matchAll(/href="([^"]+)"/g)].map((match) => pathOf(match[1] ?? '', letter));
  // One that signs in serves once.
  return [
    letter,
    ...paths.filter((path) => aSecret.test(path) && !/^\/(assets|connexion|courrier-local|gestion|images)/.test(path)),
  ];
}

async function linksOf(page: Page, address: string, selector: string): Promise<string[]> {
  await page.goto(address);
  const hrefs = await page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  return [...new Set(hrefs.map((href) => pathOf(href, '/')))];
}

/** Path and query of a link, wherever it is written from. */
function pathOf(href: string | null, from: string): string {
  const { pathname, search } = new URL(href ?? '', new URL(from, 'http://site.example'));
  return pathname + search;
}
