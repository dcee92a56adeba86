import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  briefOf,
  lineOf,
  mailText,
  networkText,
  pressRelease,
  radioBrief,
  shareText,
  wholeOf,
  type Announcement,
} from './channels.ts';
import { networks } from './networks.ts';

const item: Announcement = {
  title: 'Un café associatif ouvre à Pipriac',
  line: 'La Tablée ouvre ses portes samedi, place de la mairie.',
  brief:
    'Après deux ans de travaux, La Tablée ouvre samedi. Soixante bénévoles, une cantine, une salle pour les associations.',
  body: 'Tout a commencé par une pétition.\nLe reste est venu ensuite.',
  radio: '',
  speaker: 'La Tablée',
  hubName: 'Pôle ESS des Vallons',
  when: 'le samedi 6 juin 2026',
  contact: { name: 'Maëlle', phone: '02 61 91 00 01' },
  url: 'https://vallons.example/actualites/un-cafe-associatif-ouvre-a-pipriac',
};
const bare: Announcement = { ...item, line: '', brief: '', body: '' };
const network = (name: string) => networks.find((one) => one.name === name) ?? expect.fail(name);

describe('each length falls back on another', () => {
  test('on the shorter one, or on the beginning of the longer one', () => {
    expect(lineOf(item)).toBe(item.line);
    expect(lineOf({ ...item, line: '' })).toBe(item.brief);
    expect(lineOf({ ...item, line: '', brief: 'mot '.repeat(60) }).length).toBeLessThanOrEqual(140);
    expect(briefOf({ ...item, brief: '' })).toBe(item.line);
    expect(briefOf({ ...bare, body: 'Le seul texte.' })).toBe('Le seul texte.');
    expect(briefOf(bare)).toBe(item.title);
    expect(wholeOf(bare)).toBe(item.title);
    expect(wholeOf(item)).toContain('pétition.\n\nLe reste');
  });
});

describe('networkText', () => {
  test('carries the title, the brief and the address where they fit', () => {
    expect(networkText(item, network('Mastodon'))).toBe(`${item.title}\n\n${item.brief}\n\n${item.url}`);
    expect(networkText(item, network('LinkedIn'))).toContain('pétition');
  });

  test('takes the line when the brief is too long', () => {
    const long = { ...item, brief: 'mot '.repeat(70).trim() };
    expect(networkText(long, network('Bluesky'))).toBe(`${item.title}\n\n${item.line}\n\n${item.url}`);
  });

  test('cuts the only form there is when it is too long', () => {
    const text = networkText({ ...item, line: '', brief: 'mot '.repeat(70).trim() }, network('X'));
    expect(network('X').measure(text)).toBeLessThanOrEqual(280);
    expect(text).toMatch(/mot…\n\nhttps/);
  });

  test('counts an address for 23 signs on X and Mastodon, an emoji for two on X, each sign on Bluesky', () => {
    const far = `https://vallons.example/${'a'.repeat(200)}`;
    expect(network('X').measure(`Ici ${far}`)).toBe(27);
    expect(network('Mastodon').measure(`Ici ${far}`)).toBe(27);
    expect(network('Bluesky').measure(`Ici ${far}`)).toBe(4 + far.length);
    expect(network('X').measure('👩‍🌾')).toBe(2);
    expect(network('X').measure('é’…')).toBe(4);
    expect(network('Mastodon').measure('👩‍🌾')).toBe(1);
  });

  test('always fits, whatever was written', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(words, words, words, words, fc.constantFrom(...networks), (title, line, brief, body, one) => {
        const text = networkText({ ...item, title: title.trim() || 'Titre', line, brief, body }, one);
        expect(one.measure(text)).toBeLessThanOrEqual(one.limit);
        expect(text.endsWith(item.url)).toBe(true);
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('radioBrief', () => {
  test('says who, what, when and where to ask, and how long it takes', () => {
    const { text, words, seconds } = radioBrief(item);
    expect(text).toContain('Une nouvelle signée La Tablée.');
    expect(text).toContain('C’est le samedi 6 juin 2026.');
    expect(text).toContain('Maëlle, au 02 61 91 00 01, ou sur vallons.example.');
    expect(words).toBeGreaterThan(40);
    expect(seconds).toBe(Math.round((words / 150) * 60));
    expect(seconds).toBeGreaterThanOrEqual(15);
    expect(seconds).toBeLessThanOrEqual(30);
  });

  test('does not say the day twice, and leaves what was written by hand as it is', () => {
    expect(radioBrief({ ...item, brief: 'Ouverture samedi 6 juin.' }).text).not.toContain('C’est le');
    expect(radioBrief({ ...item, radio: 'Allez-y.' })).toEqual({ text: 'Allez-y.', words: 1, seconds: 0 });
  });
});

test('a mail and a press release hold one information, its address and whom to ask', () => {
  expect(mailText(item).subject).toBe(item.title);
  expect(mailText(item).body).toContain(item.url);
  expect(mailText(item).body).toContain('Maëlle, 02 61 91 00 01');
  const release = pressRelease(item, { day: '3 juin 2026', city: 'Guichen' });
  expect(release).toMatch(/^COMMUNIQUÉ DE PRESSE\n\nGuichen, le 3 juin 2026\./);
  expect(pressRelease({ ...item, contact: { name: '', phone: '' } }, { day: '3 juin 2026', city: '' })).toContain(
    'Contact presse\u00a0: Pôle ESS des Vallons',
  );
});

test('what is shared between friends says the title once', () => {
  expect(shareText(item)).toBe(`${item.title}\n\n${item.line}\n\n${item.url}`);
  expect(shareText(bare)).toBe(`${item.title}\n\n${item.url}`);
});
