import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';

let site: TestSite;
let hub: TestHub;
let employee: string;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  employee = await hub.signIn('employee');
});
afterAll(() => site.close());

const textOf = async (path: string, cookie?: string) => (await hub.get(path, cookie)).text();
const headerOf = (page: string): string => /<nav class="site-nav".*?<\/nav>/s.exec(page)?.[0] ?? '';
const unescaped = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** The fields of the form as a browser would send them back. */
async function filled(page: string): Promise<Record<string, string>> {
  const form = /<form[^>]*action="\/gestion\/menu".*?<\/form>/s.exec(page)?.[0] ?? '';
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const name = attribute('name');
    if (!name || (tag.includes('type="checkbox"') && !/ checked(?=[ />=])/.test(tag))) continue;
    fields[name] = unescaped(attribute('value') ?? '');
  }
  return fields;
}
const labelsOf = (fields: Record<string, string>): string[] =>
  Object.entries(fields).flatMap(([name, value]) => (/^lines\.\d+\.label$/.test(name) ? [value] : []));
const rankOf = (fields: Record<string, string>, label: string): number => labelsOf(fields).indexOf(label);

describe('the menu of every page', () => {
  test('starts in the order users gave it, and leads only where some module answers', async () => {
    const menu = headerOf(await textOf('/'));
    const order = ['Le pôle', 'Le réseau', 'Actualités'].map((label) => menu.indexOf(label));
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    for (const [, href = ''] of menu.matchAll(/href="([^"]+)"/g))
      expect([href, (await hub.get(href)).status]).toEqual([href, 200]);
  });

  test('marks one entry only, and the title it stands under', async () => {
    const menu = headerOf(await textOf('/le-pole'));
    expect(menu.match(/aria-current="page"/g)).toHaveLength(1);
    expect(menu).toContain('<summary class="is-current">Le pôle');
  });
});

describe('/gestion/menu', () => {
  test('is for the employee', async () => {
    for (const role of ['member', 'contributor', 'board_member', 'operator'] as const)
      expect((await hub.get('/gestion/menu', await hub.signIn(role))).status).toBe(404);
    expect((await hub.get('/gestion/menu')).headers.get('location')).toContain('/connexion');
    const member = await hub.signIn('member');
    expect((await hub.post('/gestion/menu', { version: '0' }, member)).status).toBe(404);
    expect((await hub.post('/gestion/menu/remettre', { version: '0' }, member)).status).toBe(404);
  });

  test('moves, adds and renames without script, and changes nothing before it is saved', async () => {
    const before = headerOf(await textOf('/'));
    let fields = await filled(await textOf('/gestion/menu', employee));
    const press = async (more: Record<string, string>) =>
      filled(await (await hub.post('/gestion/menu', { ...fields, ...more }, employee)).text());

    fields[`lines.${rankOf(fields, 'Le pôle')}.label`] = 'Qui est le pôle';
    fields = await press({ act: `down-${rankOf(fields, 'Qui est le pôle')}` });
    expect(rankOf(fields, 'Le réseau')).toBeLessThan(rankOf(fields, 'Qui est le pôle'));
    fields = await press({ act: 'add', new_page: '/pour/association', new_label: 'Associations', new_place: 'header' });
    fields = await press({
      act: 'add',
      new_href: 'https://radio.example/direct',
      new_label: 'La radio',
      new_place: 'footer',
    });
    expect(labelsOf(fields)).toContain('La radio');
    expect(headerOf(await textOf('/'))).toBe(before);

    fields[`lines.${rankOf(fields, 'Actualités')}.isHidden`] = 'oui';
    const saved = await hub.post('/gestion/menu', { ...fields, act: 'save' }, employee);
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/gestion/menu']);
    const page = await textOf('/');
    const menu = headerOf(page);
    expect(menu.indexOf('Le réseau')).toBeLessThan(menu.indexOf('Qui est le pôle'));
    expect(menu).toContain('href="/pour/association"');
    expect(menu).not.toContain('Actualités');
    expect(page).toContain('<a href="https://radio.example/direct" rel="noopener">La radio</a>');
    expect(await textOf('/gestion/journal', employee)).toContain('Menu du site modifié');
  });

  test('what was removed stays away; what was typed badly is said beside it and kept', async () => {
    let fields = await filled(await textOf('/gestion/menu', employee));
    fields = await filled(
      await (
        await hub.post('/gestion/menu', { ...fields, act: `remove-${rankOf(fields, 'Associations')}` }, employee)
      ).text(),
    );
    expect(labelsOf(fields)).not.toContain('Associations');
    const rank = rankOf(fields, 'La radio');
    for (const bad of ['javascript:alert(1)', '//autre.example', '/\\autre.example', 'radio']) {
      const answer = await hub.post('/gestion/menu', { ...fields, [`lines.${rank}.href`]: bad, act: 'save' }, employee);
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain(`id="champ-lines-${rank}-href-erreur"`);
      expect(page).toContain('value="La radio"');
    }
  });

  test('two people at once: the second is told, and loses nothing', async () => {
    const fields = await filled(await textOf('/gestion/menu', employee));
    const mine = await filled(await textOf('/gestion/menu', employee));
    const other = await hub.signIn('employee');
    expect((await hub.post('/gestion/menu', { ...fields, act: 'save' }, other)).status).toBe(303);
    const late = { ...mine, 'lines.0.label': 'Mon mot à moi', act: 'save' };
    const answer = await hub.post('/gestion/menu', late, employee);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Quelqu’un a modifié le menu');
    expect(page).toContain('value="Mon mot à moi"');
  });

  test('the common menu comes back', async () => {
    const page = await textOf('/gestion/menu', employee);
    const { version = '' } = await filled(page);
    expect((await hub.post('/gestion/menu/remettre', { version }, employee)).status).toBe(303);
    const menu = headerOf(await textOf('/'));
    expect(menu).toContain('Actualités');
    expect(menu).not.toContain('Qui est le pôle');
  });

  test('another hub keeps its own', async () => {
    const fields = await filled(await textOf('/gestion/menu', employee));
    await hub.post('/gestion/menu', { ...fields, 'lines.0.label': 'Chez nous seulement', act: 'save' }, employee);
    expect(headerOf(await textOf('/'))).toContain('Chez nous seulement');
    const neighbour = await site.hub('Pôle voisin');
    expect(await (await neighbour.get('/')).text()).not.toContain('Chez nous seulement');
  });
});
