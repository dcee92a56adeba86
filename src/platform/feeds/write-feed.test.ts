import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { feedUrls, writeFeed, type Feed } from './index.ts';

const at = Temporal.Instant.from('2026-06-03T08:00:00Z');
const feed: Feed = {
  title: 'Actualités du pôle',
  description: 'Ce qui bouge',
  homeUrl: 'https://vallons.example/actualites',
  urls: feedUrls('https://vallons.example/actualites'),
  author: 'Pôle ESS des Vallons',
  websubHub: 'https://hub.example/?a=1&b=2',
  updatedAt: at,
  items: [
    {
      id: 'urn:uuid:0190',
      url: 'https://vallons.example/actualites/cafe?a=1&b=2',
      title: 'Café <b>& Cie</b> ]]> "ouvert"',
      summary: 'Un café ]]> & des amis',
      html: '<p>Bonjour ]]&gt; &amp; <a href="https://x.example/?a=1&amp;b=2">ici</a></p>',
      author: 'La Tablée & Cie',
      categories: ['Vie du pôle'],
      publishedAt: at,
      updatedAt: at,
      image: { url: 'https://vallons.example/images/1/640.webp', type: 'image/webp' },
    },
  ],
};

interface Read {
  name: string;
  path: string;
  text: string;
  attributes: Record<string, string>;
}

/** Every element of a well-formed document, with its place and its text. */
function read(xml: string): Read[] {
  const parser = new SaxesParser({ xmlns: false });
  const open: Read[] = [];
  const all: Read[] = [];
  parser.on('opentag', ({ name, attributes }) => {
    const one = {
      name,
      path: [...open.map((parent) => parent.name), name].join('/'),
      text: '',
      attributes: attributes as Record<string, string>,
    };
    open.push(one);
    all.push(one);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return all;
}

const textAt = (all: Read[], path: string) => all.find((one) => one.path === path)?.text;

describe('writeFeed', () => {
  test('writes RSS 2.0 with what it requires, and hostile texts as texts', () => {
    const all = read(writeFeed(feed, 'rss'));
    expect(all[0]).toMatchObject({ name: 'rss', attributes: { version: '2.0' } });
    for (const name of ['title', 'link', 'description', 'language'])
      expect(textAt(all, `rss/channel/${name}`)).toBeTruthy();
    const item = 'rss/channel/item';
    expect(textAt(all, `${item}/title`)).toBe('Café <b>& Cie</b> ]]> "ouvert"');
    expect(textAt(all, `${item}/guid`)).toBe('urn:uuid:0190');
    expect(textAt(all, `${item}/link`)).toBe('https://vallons.example/actualites/cafe?a=1&b=2');
    expect(textAt(all, `${item}/pubDate`)).toBe('Wed, 03 Jun 2026 08:00:00 GMT');
    expect(textAt(all, `${item}/content:encoded`)).toBe(feed.items[0]?.html);
    const links = all.filter(({ name }) => name === 'atom:link').map(({ attributes }) => attributes);
    expect(links).toEqual([
      { rel: 'self', type: 'application/rss+xml', href: 'https://vallons.example/actualites.rss' },
      { rel: 'hub', href: 'https://hub.example/?a=1&b=2' },
    ]);
  });

  test('writes Atom with what RFC 4287 requires', () => {
    const all = read(writeFeed(feed, 'atom'));
    expect(all[0]?.attributes).toEqual({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'fr' });
    for (const name of ['id', 'title', 'updated', 'author']) {
      expect(all.some(({ path }) => path === `feed/${name}`)).toBe(true);
      expect(all.some(({ path }) => path === `feed/entry/${name}`)).toBe(true);
    }
    expect(textAt(all, 'feed/entry/title')).toBe('Café <b>& Cie</b> ]]> "ouvert"');
    expect(textAt(all, 'feed/entry/content')).toBe(feed.items[0]?.html);
    expect(all.find(({ path }) => path === 'feed/entry/category')?.attributes).toEqual({ term: 'Vie du pôle' });
  });

  test('writes JSON Feed 1.1', () => {
    const read = JSON.parse(writeFeed(feed, 'json')) as Record<string, unknown> & { items: Record<string, unknown>[] };
    expect(read).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Actualités du pôle',
      feed_url: 'https://vallons.example/actualites.json',
      language: 'fr',
      hubs: [{ type: 'WebSub', url: 'https://hub.example/?a=1&b=2' }],
    });
    expect(read.items[0]).toMatchObject({ id: 'urn:uuid:0190', content_html: feed.items[0]?.html });
    expect(read.items[0]).not.toHaveProperty('author');
  });

  test('is well formed and says the same whatever is typed', () => {
    const item = feed.items[0] ?? expect.fail('no item');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const all = read(writeFeed({ ...feed, items: [{ ...item, title: `x${title}` }] }, 'rss'));
        const kept = title.toWellFormed().replaceAll(/[\p{Cc}\ufffe\uffff]/gu, '');
        expect(textAt(all, 'rss/channel/item/title')?.replaceAll(/[\p{Cc}]/gu, '')).toBe(`x${kept}`);
        expect(() => read(writeFeed({ ...feed, items: [{ ...item, title }] }, 'atom'))).not.toThrow();
      }),
    );
  });
});
