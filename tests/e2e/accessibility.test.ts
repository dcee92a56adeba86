import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';
import { axeFindings } from './support/axe.ts';
import { ownSite } from './support/own-site.ts';
import { privatePages } from './support/private-pages.ts';
import { eachKindOfPage, isOffice, isPublic, unseenKinds } from './support/page-kinds.ts';
import { staffPage } from './support/staff.ts';

const { origin } = ownSite();

/** Pages that no link leads to: lost, after an act, behind a link that serves no more. */
const publicStarts = [
  '/',
  '/nulle-part',
  '/pages/une-annee-en-images',
  '/recherche?q=jardin',
  '/annuaire?q=introuvable-vraiment',
  '/actualites/proposer/merci',
  '/annuaire/proposer/merci',
  '/contact/merci',
  '/demande/inconnue',
  '/propositions/inconnue',
  '/accord-photo/inconnu',
  '/annuaire/confirmer/inconnu',
  '/connexion/adresse/inconnue',
  '/connexion/code',
  '/connexion/lien/inconnu',
];
const officeStarts = [
  '/gestion',
  '/gestion/annuaire',
  '/gestion/reglages',
  '/mon-compte',
  '/gestion/messages',
  '/gestion/style',
  '/gestion/annuaire/doublons',
  '/gestion/formations/chiffres/liste',
  ...['', '/nom', '/couleurs', '/territoire', '/structures', '/ouvrir'].map((step) => `/gestion/demarrer${step}`),
];

/** All that is looked at on one page: what axe finds, and what sticks out of the screen. */
interface Inspection {
  visited: string[];
  axe: string[];
  overflows: string[];
}

/** What answers a program or holds a picture, a file or a part of a page: no page of their own to look at. */
const noPages = {
  secrets: [
    // Pictures, files and codes to be shown elsewhere.
    '/accord-photo/:token/image',
    '/adhesion/:secret/recus-fiscaux/:id',
    '/agenda/partage/:file',
    '/api/elements/:file',
    '/api/taxonomy',
    '/fichiers/:id/:name',
    '/images/:id/:name',
    '/images/partage/:kind/:file',
    '/payer/:secret/papiers/:file',
    '/phototheque/:id/telecharger',
    // What a field proposes while one types.
    '/actualites/proposer/structures',
    '/adherer/structures',
    '/agenda/proposer/communes',
    '/agenda/proposer/lieux',
    '/agenda/proposer/structures',
    '/annuaire/proposer/communes',
    '/annuaire/proposer/structures',
    '/recherche/suggestions',
    // They lead on at once.
    '/agenda/mois',
    '/payer/:secret/retour',
  ],
  acts: [
    '/gestion/adhesions/recus/:file',
    '/gestion/paiements/factures/:file',
    '/gestion/photos/:id/image/:width',
    // What a field proposes, where a piece of work is, how many are counted.
    '/gestion/agenda/:id/emargement/etat',
    '/gestion/agenda/structures',
    '/gestion/annuaire/importer/:import/avancement',
    '/gestion/annuaire/ressemblances',
    '/gestion/contenus/structures',
    '/gestion/envois/:id/avancement',
    '/gestion/envois/compte',
    '/gestion/personnes/importer/:import/avancement',
    '/gestion/photos/choisir',
    '/gestion/reglages/territoire/propositions',
    '/gestion/segments/compte',
    // A mail as it will be read: it runs no script, and axe is one.
    '/gestion/envois/:id/apercu',
    '/gestion/envois/apercu',
    '/gestion/envois/recapitulatif/apercu',
    // An old address, which leads to its request.
    '/gestion/messages/:id',
  ],
};

/** Pages that a key, a proof or a state the demonstration has not opens: their own tests look at them. */
const elsewhere = {
  secrets: [
    '/annuaire/:slug/ma-fiche',
    '/annuaire/:slug/revendiquer/:token',
    '/apercu/:secret',
    '/connexion/second-facteur',
    '/connexion/second-facteur/preparer',
  ],
  acts: ['/gestion/paiements/remises/:id', '/mon-compte/confirmer'],
};
const writtenKinds = ['news', 'story', 'project', 'action', 'resource', 'experience', 'watch', 'page', 'door', 'home'];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser({ webgl: false });
});
afterAll(() => browser.close());

async function inspect(
  tabs: readonly Page[],
  start: readonly string[],
  belongs: (path: string) => boolean,
): Promise<Inspection> {
  const found: Inspection = { visited: [], axe: [], overflows: [] };
  await eachKindOfPage(tabs, origin, { start, belongs }, async (page, path) => {
    found.visited.push(path);
    found.axe.push(...(await axeFindings(page, `${path} at 1280`)));
    await page.setViewportSize({ width: 360, height: 900 });
    found.axe.push(...(await axeFindings(page, `${path} at 360`, 'width')));
    // 320 px is also 1280 px at 400 %; then 640 px with text twice as large.
    await page.setViewportSize({ width: 320, height: 640 });
    found.overflows.push(...(await overflow(page, `${path} at 320`)));
    await page.setViewportSize({ width: 640, height: 450 });
    await page.evaluate(() => {
      const larger = new CSSStyleSheet();
      larger.replaceSync('html { font-size: 200% !important }');
      document.adoptedStyleSheets.push(larger);
    });
    found.overflows.push(...(await overflow(page, `${path} at 200 %`)));
    await page.setViewportSize({ width: 1280, height: 900 });
  });
  return found;
}

async function overflow(page: Page, where: string): Promise<string[]> {
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return null;
    const culprit = [...document.querySelectorAll('body *')].findLast(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return `${scrollWidth - clientWidth} px, ${culprit?.outerHTML.slice(0, 120) ?? 'nothing seen'}`;
  });
  return beyond === null ? [] : [`${where} · ${beyond}`];
}

/** The address of the demonstration’s forum, which has a programme, stands and shifts. */
async function largeDay(page: Page): Promise<string> {
  await page.goto(`${origin}/agenda?type=forum`);
  const links = page.locator('main a[href^="/agenda/forum-"]');
  for (const forum of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))) {
    const [path = ''] = forum.split('?');
    if ((await page.request.get(`${origin}${path}/programme`)).ok()) return path;
  }
  throw new Error('no forum of the demonstration has a programme');
}

describe('pages found by following links', () => {
  let publicPages: Inspection;
  let officePages: Inspection;
  beforeAll(async () => {
    // What fades in is not waited for.
    const still = { reducedMotion: 'reduce' } as const;
    const [visitor, employee] = [await openPage(browser, still), await staffPage(browser, still)];
    const forum = await largeDay(visitor);
    const hidden = await privatePages(visitor, employee, origin, forum);
    [publicPages, officePages] = await Promise.all([
      inspect(
        [visitor, await visitor.context().newPage()],
        [
          ...publicStarts,
          ...hidden.visitor,
          forum,
          ...['programme', 'stands', 'benevoles', 'ecrire'].map((part) => `${forum}/${part}`),
        ],
        isPublic,
      ),
      inspect([employee, await employee.context().newPage()], [...officeStarts, ...hidden.employee], isOffice),
    ]);
  }, 480_000);

  it('are of every kind there is', () => {
    const unseen = {
      secrets: unseenKinds(publicPages.visited, /^anyone$/).toSorted(),
      acts: unseenKinds(officePages.visited, /employee|signed-in/).toSorted(),
    };
    const known = (list: 'secrets' | 'acts') => [...noPages[list], ...elsewhere[list]].toSorted();
    expect(unseen).toEqual({ secrets: known('secrets'), acts: known('acts') });
    // Each kind of publication has an editor of its own.
    for (const kind of writtenKinds) expect(officePages.visited).toContain(`/gestion/contenus/ajouter/${kind}`);
  });
  it('give axe nothing to say, on a phone and on a desk', () => {
    expect(publicPages.axe).toEqual([]);
    expect(officePages.axe).toEqual([]);
  });
  it('never scroll sideways, at 320 px and at 200 %', () => {
    expect(publicPages.overflows).toEqual([]);
    expect(officePages.overflows).toEqual([]);
  });
});

describe('states of a page', () => {
  it('pass axe: menu unfolded, filters unfolded, errors shown', async () => {
    const page = await openPage(browser, { viewport: { width: 360, height: 800 } });
    await page.goto(`${origin}/annuaire`);
    await page.locator('.site-menu > summary').click();
    const menu = await axeFindings(page, 'menu');
    await page.keyboard.press('Escape');
    await page.locator('.filter-more summary').click();
    const filters = await axeFindings(page, 'filters');
    await page.goto(`${origin}/contact`);
    await page.locator('main form').evaluate((form: HTMLFormElement) => (form.noValidate = true));
    await page.locator('main form button:not([name])').last().click();
    await page.locator('.error-summary').waitFor();
    expect([...menu, ...filters, ...(await axeFindings(page, 'errors'))]).toEqual([]);
  });

  it('pass axe by night', async () => {
    const findings: string[] = [];
    const visitor = await openPage(browser, { colorScheme: 'dark' });
    for (const path of ['/', '/annuaire', '/contact', '/c-est-quoi-l-ess']) {
      await visitor.goto(origin + path);
      findings.push(...(await axeFindings(visitor, path)));
    }
    const employee = await staffPage(browser, { colorScheme: 'dark' });
    for (const path of ['/gestion', '/gestion/annuaire', '/gestion/annuaire/nouvelle', '/gestion/reglages/couleurs']) {
      await employee.goto(origin + path);
      findings.push(...(await axeFindings(employee, path)));
    }
    expect(findings).toEqual([]);
  });
});

describe('what a visitor asks of the screen', () => {
  it('is obeyed: nothing moves under reduced motion', async () => {
    const page = await openPage(browser, { reducedMotion: 'reduce' });
    for (const path of ['/', '/annuaire', '/contact']) {
      await page.goto(origin + path);
      const moving = await page.evaluate(
        () =>
          [...document.querySelectorAll('body *')].filter((element) => {
            const style = getComputedStyle(element);
            return (
              style.animationName !== 'none' ||
              style.transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0)
            );
          }).length,
      );
      expect(moving, path).toBe(0);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
    }
  });

  it('is obeyed: forced colours keep every control drawn', async () => {
    const page = await openPage(browser, { forcedColors: 'active' });
    for (const path of ['/', '/annuaire', '/contact', '/connexion']) {
      await page.goto(origin + path);
      const lost = await page.evaluate(() =>
        [...document.querySelectorAll('.button, .input, .door, .filter-bar, .row-card')]
          .filter((element) => element.getClientRects().length > 0)
          .filter((element) => {
            const style = getComputedStyle(element);
            return (
              style.borderTopStyle === 'none' ||
              Number.parseFloat(style.borderTopWidth) < 1 ||
              style.borderTopColor === style.backgroundColor
            );
          })
          .map((element) => element.outerHTML.slice(0, 100)),
      );
      expect(lost, path).toEqual([]);
    }
  });

  it('is obeyed: controls are at least 24 px', async () => {
    const page = await openPage(browser, { viewport: { width: 360, height: 800 } });
    for (const path of ['/', '/annuaire', '/contact', '/annuaire/proposer']) {
      await page.goto(origin + path);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, input:not([type=hidden]), select, summary, .button, nav a')]
          .filter(
            (element) =>
              element.checkVisibility({ visibilityProperty: true }) && element.closest('[hidden], label') === null,
          )
          .filter((element) => element.getClientRects().length > 0)
          .filter((element) => {
            const { width, height } = element.getBoundingClientRect();
            return width < 24 || height < 24;
          })
          .map((element) => element.outerHTML.slice(0, 100)),
      );
      expect(small, path).toEqual([]);
    }
  });
});
