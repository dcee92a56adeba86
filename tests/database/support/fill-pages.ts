import { saveMenu } from '#modules/publishing/commands/save-menu.ts';
import { savePublication } from '#modules/publishing/commands/save-publication.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import type { TestSite } from '#tests/support/app.ts';

/** What arranged pages left in a hub. */
export interface FilledPages {
  home: string;
  page: string;
  door: string;
}

/** A home, a page of every kind of block and a door, all in these words; the hub's own menu, with an entry of each level. */
export async function fillPages(_site: TestSite, ctx: Context, words: string): Promise<FilledPages> {
  const [short, name] = [words.slice(0, 60), words.slice(0, 40)];
  const id = (): string => ctx.newId();
  const html = `<p>${words}</p>`;
  const blocks = [
    { id: id(), kind: 'hero', title: short, text: words, actions: [{ label: short, href: '/contact' }] },
    { id: id(), kind: 'text', title: short, html },
    { id: id(), kind: 'image-text', title: short, html },
    { id: id(), kind: 'quote', text: words, by: short, role: short },
    { id: id(), kind: 'cards', title: short, source: 'news' },
    { id: id(), kind: 'call-to-action', title: short, text: words, label: short, href: '/agenda' },
    { id: id(), kind: 'doors', title: short },
    { id: id(), kind: 'figures', title: short },
    { id: id(), kind: 'team', title: short, people: [{ name: short, role: short, text: words }] },
    { id: id(), kind: 'partners', title: short, partners: [{ name: short }] },
    { id: id(), kind: 'map', title: short },
    { id: id(), kind: 'video', title: short, url: 'https://tube.example/w/9db9f2fd7b5f', transcript: words },
    { id: id(), kind: 'questions', title: short, items: [{ question: short, html }] },
    { id: id(), kind: 'contact', title: short, text: words },
  ];
  const publish = async (kind: 'home' | 'page' | 'door', content: object): Promise<string> => {
    const fields = { title: short, line: short, brief: words.slice(0, 200), content };
    return unwrap(await execute(ctx, savePublication, { id: null, kind, version: null, act: 'publish', fields })).id;
  };
  const entry = { place: 'header', isUnder: false, isHidden: false, href: '/contact' } as const;
  unwrap(
    await execute(ctx, saveMenu, {
      version: 0,
      lines: [
        { ...entry, label: name, href: '' },
        { ...entry, label: name, isUnder: true, href: 'https://radio.example/direct' },
        { ...entry, label: name, place: 'footer' },
      ],
    }),
  );
  return {
    home: await publish('home', { blocks: blocks.map((block) => ({ ...block, id: id() })) }),
    page: await publish('page', { blocks }),
    door: await publish('door', {
      label: short,
      promise: short,
      blocks: blocks.map((block) => ({ ...block, id: id() })),
    }),
  };
}
