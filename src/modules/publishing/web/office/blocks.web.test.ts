import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { readPublication } from '../../queries/stored-publication.ts';

let site: TestSite;
let hub: TestHub;
let cookie: string;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  cookie = await hub.signIn('employee');
});
afterAll(async () => {
  await site.close();
  expect(site.failures).toEqual([]);
});

const add = '/gestion/contenus/ajouter/page';

/** Every field that a page drew in its editor, as a browser would send it. */
function fieldsOf(page: string): Record<string, string | string[]> {
  const form = /<form class="form editor[^]*?<\/form>/.exec(page)?.[0] ?? '';
  const fields: Record<string, string[]> = {};
  const add_ = (name: string, value: string): void => void (fields[name] ??= []).push(plain(value));
  for (const [tag] of form.matchAll(/<input(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*\/?>/g)) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type') ?? 'text';
    if (!name || type === 'file' || (/radio|checkbox/.test(type) && !/ checked/.test(tag))) continue;
    add_(name, attribute(tag, 'value') ?? '');
  }
  for (const [, tag = '', value = ''] of form.matchAll(/<textarea([^>]*)>([^<]*)</g)) {
    const name = attribute(tag, 'name');
    if (name) add_(name, value);
  }
  for (const [, tag = '', inside = ''] of form.matchAll(/<select([^>]*)>([^]*?)<\/select>/g)) {
    const name = attribute(tag, 'name');
    const chosen = /<option[^>]*selected[^>]*>/.exec(inside)?.[0] ?? /<option[^>]*>/.exec(inside)?.[0] ?? '';
    if (name) add_(name, attribute(chosen, 'value') ?? '');
  }
  return fields;
}
const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
const plain = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const blockIds = (page: string): string[] => [...page.matchAll(/data-block="([^"]+)"/g)].map(([, id = '']) => id);

describe('the block editor without script', () => {
  test('adds blocks, moves them keeping every word typed, takes one off and back, and saves', async () => {
    let page = await (await hub.post(add, { title: 'Nos actions', act: 'block-add-text' }, cookie)).text();
    const [first = ''] = blockIds(page);
    page = await (
      await hub.post(
        add,
        {
          ...fieldsOf(page),
          [`bloc.${first}.title`]: 'Premier',
          [`bloc.${first}.html`]: 'Des *mots*',
          act: 'block-add-questions',
        },
        cookie,
      )
    ).text();
    const [, second = ''] = blockIds(page);
    page = await (await hub.post(add, { ...fieldsOf(page), act: `item-add-${second}.items` }, cookie)).text();
    page = await (
      await hub.post(
        add,
        {
          ...fieldsOf(page),
          [`bloc.${second}.items.0.question`]: 'Qui ?',
          [`bloc.${second}.items.0.html`]: 'Nous.',
          act: `block-up-${second}`,
        },
        cookie,
      )
    ).text();
    expect(blockIds(page)).toEqual([second, first]);
    expect(page).toContain('value="Nos actions"');
    expect(page).toContain('<em>mots</em>');

    page = await (await hub.post(add, { ...fieldsOf(page), act: `block-remove-${first}` }, cookie)).text();
    expect(blockIds(page)).toEqual([second]);
    page = await (await hub.post(add, { ...fieldsOf(page), act: 'block-undo' }, cookie)).text();
    expect(blockIds(page)).toEqual([second, first]);

    const saved = await hub.post(add, { ...fieldsOf(page), act: 'publish' }, cookie);
    expect(saved.headers.get('location')).toBe('/pages/nos-actions');
    const { db } = await hub.context();
    const shown = await (await hub.get('/pages/nos-actions')).text();
    expect(shown).toContain('Qui ?');
    expect(shown).toContain('Premier');
    const edit = /gestion\/contenus\/([0-9a-f-]{36})/.exec(await (await hub.get('/pages/nos-actions', cookie)).text());
    const stored = await readPublication(db, edit?.[1] ?? '');
    expect(stored?.fields.content).toMatchObject({
      blocks: [
        { kind: 'questions', items: [{ question: 'Qui ?', html: '<p>Nous.</p>' }] },
        { kind: 'text', title: 'Premier', html: '<p>Des <em>mots</em></p>' },
      ],
    });
  });

  test('says beside the field of its block what is wrong, and keeps it', async () => {
    let page = await (await hub.post(add, { title: 'Agir', act: 'block-add-call-to-action' }, cookie)).text();
    const [block = ''] = blockIds(page);
    const answer = await hub.post(
      add,
      { ...fieldsOf(page), [`bloc.${block}.href`]: 'javascript:alert(1)', act: 'publish' },
      cookie,
    );
    expect(answer.status).toBe(422);
    page = await answer.text();
    expect(page).toContain(`href="#champ-bloc-${block}-href"`);
    expect(fieldsOf(page)[`bloc.${block}.href`]).toEqual(['javascript:alert(1)']);
  });
});

test('the preview draws the blocks of a form and keeps nothing', async () => {
  const page = await (await hub.post(add, { title: 'Aperçu', act: 'block-add-text' }, cookie)).text();
  const [block = ''] = blockIds(page);
  const fields = { ...fieldsOf(page), [`bloc.${block}.title`]: 'Vu avant', act: '' };
  const look = await (await hub.post('/gestion/contenus/apercu', fields, cookie)).text();
  expect(look).toContain('Vu avant');
  expect(look).toContain(`data-look="${block}"`);
  const item = await hub.post('/gestion/contenus/apercu', { ...fields, act: 'block-add-quote' }, cookie);
  expect(await item.text()).toContain('Témoignage');
  expect((await hub.post('/gestion/contenus/apercu', fields, await hub.signIn('member'))).status).toBe(404);
  expect(await (await hub.get('/gestion/contenus?q=Aper', cookie)).text()).not.toContain('Aperçu</a>');
});
