import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { unsubscribePurpose } from '#modules/mailing/paths.ts';
import { answerPurpose } from '#modules/mailing/reader-paths.ts';
import { connectionForRunning } from '#platform/postgres/connection-for-running.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import { ownSite } from './own-site.ts';
import type { PrivatePages } from './private-pages.ts';

/** Pages that one address in a letter to many opens, and pages of one thing that a crawl, which opens one of each kind, misses. */
export async function foundPages(visitor: Page, employee: Page, origin: string): Promise<PrivatePages> {
  const { folder } = ownSite();
  const running = await connectionForRunning({ folder, purpose: 'look', say: () => {} });
  const database = new pg.Client(running.connection);
  await database.connect();
  const first = async (question: string): Promise<Record<string, string>> => {
    const { rows } = await database.query<Record<string, string>>(`${question} limit 1`);
    if (!rows[0]) throw new Error(`the demonstration has nothing for: ${question}`);
    return rows[0];
  };
  try {
    const secret = (await readFile(join(folder, 'secret'), 'utf8')).trim();
    const signed = async (purpose: string, question: string): Promise<string> => {
      const { hub_id: hub = '', id = '' } = await first(question);
      return openSignedIds(secret).write(purpose, hub, id);
    };
    const copy = await signed(unsubscribePurpose, `select hub_id, id from mailing_deliveries where state = 'sent'`);
    const asked = await signed(
      answerPurpose,
      `select requests.hub_id, requests.id from edition_requests requests
        join network_editions on network_editions.id = edition_id where state = 'open'`,
    );
    const membership = await first(`select id from memberships where state = 'running' order by ends_on`);
    const year = await hrefOf(
      employee,
      `${origin}/gestion/adhesions/adherents/${membership['id']}`,
      'a[href^="/mon-adhesion/"]',
    );
    const draft = await first(`select id from mailings where state = 'draft'`);
    const note = await first('select person_id, id from relation_notes where person_id is not null');
    const slot = await first('select event_id, id from programme_slots');
    const half = await first('select session_id, id from training_half_days order by starts_at desc');
    const sheets = [
      await first('select id from organizations'),
      await first('select id from organizations order by id desc'),
    ];
    const known = await first(`select value from contact_points where kind = 'email'`);
    // The letters they are answered with are read with the others.
    await asksFor(visitor, `${origin}/abonnement`, { address: 'abonnee@essai.example' });
    await asksFor(visitor, `${origin}/mes-donnees`, { email: known['value'] ?? '' });
    const kept = `${origin}/gestion/annuaire/${sheets[0]?.['id']}/relations`;
    await asksFor(employee, `${kept}/notes`, { kind: 'call', text: 'Rappeler en mars.' });
    return {
      visitor: [`/desabonnement/${copy}`, `/quoi-de-neuf/${asked}`, year, year.replace('mon-adhesion', 'renouveler')],
      employee: [
        `/gestion/envois/${draft['id']}/modifier`,
        `/gestion/personnes/${note['person_id']}/notes/${note['id']}`,
        await hrefOf(employee, kept, 'a[href*="/notes/"]'),
        ...(await importing(
          employee,
          `${origin}/gestion/personnes/importer`,
          'Prénom;Nom;E-mail\nAna;Essai;ana@essai.example\n',
        )),
        ...(await importing(
          employee,
          `${origin}/gestion/annuaire/importer`,
          'Nom;Commune\nLa Halte du Canut;Guichen\n',
        )),
        `/gestion/annuaire/fusionner?a=${sheets[0]?.['id']}&b=${sheets[1]?.['id']}`,
        `/gestion/agenda/${slot['event_id']}/programme/creneaux/${slot['id']}`,
        `/gestion/formations/sessions/${half['session_id']}/emarger/${half['id']}`,
        '/gestion/adhesions/chiffres/liste',
        '/gestion/envois/destinataires',
      ],
    };
  } finally {
    await database.end();
    await running.stop();
  }
}

async function hrefOf(page: Page, address: string, link: string): Promise<string> {
  await page.goto(address);
  return (await page.locator('main').locator(link).first().getAttribute('href')) ?? '';
}

async function asksFor(page: Page, address: string, form: Record<string, string>): Promise<void> {
  const answer = await page.request.post(address, { form, headers: { origin: new URL(address).origin } });
  if (!answer.ok()) throw new Error(`${address} answers ${answer.status()}`);
}

/** A list read and compared, not yet imported: its page and that of its columns. */
async function importing(page: Page, address: string, list: string): Promise<string[]> {
  await page.goto(address);
  const file = { name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(list) };
  await page.locator('[name=fichier]').setInputFiles(file);
  await page.getByRole('button', { name: 'Lire la liste' }).click();
  await page.getByRole('button', { name: /^Vérifier/ }).click();
  const columns = page.locator('a[href$="/revoir"]');
  await columns.waitFor();
  const { pathname } = new URL(page.url());
  return [pathname, (await columns.getAttribute('href')) ?? ''];
}
