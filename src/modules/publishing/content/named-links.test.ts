import { expect, test } from 'vitest';
import { namedLinks } from './named-links.ts';

test('finds each address of the web once, wherever it is written, and nothing else', () => {
  const links = namedLinks({
    body: '<p><a href="https://exemple.fr/a?b=1&amp;c=2#fin">un</a> <a rel="x" href="mailto:a@b.example">deux</a> https://pas-un-lien.example</p>',
    content: {
      link: 'https://exemple.fr/a?b=1&c=2',
      blocks: [
        { kind: 'text', html: '<a href="http://autre.example/">x</a>' },
        { kind: 'hero', actions: [{ label: 'https://libelle.example', href: '/agenda' }] },
        { kind: 'video', url: 'https://video.example/v' },
        { kind: 'text', html: '<a href="javascript:alert(1)">x</a><a href="https://">x</a>' },
      ],
    },
  });
  expect(links).toEqual(['https://exemple.fr/a?b=1&c=2', 'http://autre.example/', 'https://video.example/v']);
});
