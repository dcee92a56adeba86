import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldForSearch, slugify } from './folding.ts';
import { inclusive } from './inclusive.ts';
import { agree, plural, pluralOf } from './plurals.ts';
import { elide, listing } from './sentences.ts';
import { typography } from './typography.ts';

test('French counts 0 and 1 as singular', () => {
  expect([0, 1, 1.5, 2, 1200].map((count) => plural(count, 'structure'))).toEqual([
    '0\u00a0structure',
    '1\u00a0structure',
    '1,5\u00a0structure',
    '2\u00a0structures',
    '1\u202f200\u00a0structures',
  ]);
  expect(plural(3, 'place libre', 'places libres')).toBe('3\u00a0places libres');
  expect(agree(1, 'œil', 'yeux')).toBe('œil');
});

test('a plural of several words must be given', () => {
  // @ts-expect-error the second word has its own plural
  expect(plural(1, 'place libre')).toBe('1\u00a0place libre');
});

test('knows regular plurals', () => {
  expect(['local', 'festival', 'bureau', 'lieu', 'pneu', 'prix', 'avis', 'pôle'].map(pluralOf)).toEqual([
    'locaux',
    'festivals',
    'bureaux',
    'lieux',
    'pneus',
    'prix',
    'avis',
    'pôles',
  ]);
});

test('lists', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => listing(items))).toEqual([
    '',
    'a',
    'a et b',
    'a, b et c',
  ]);
  expect(listing(['lundi', 'jeudi'], 'ou')).toBe('lundi ou jeudi');
});

test.each([
  ['de', 'Angers', 'd’Angers'],
  ['de', 'Évran', 'd’Évran'],
  ['de', 'Rennes', 'de Rennes'],
  ['de', 'Le Mans', 'du Mans'],
  ['de', 'Les Herbiers', 'des Herbiers'],
  ['de', 'La Mézière', 'de La Mézière'],
  ['de', 'L’Hermitage', 'de L’Hermitage'],
  ['à', 'Le Havre', 'au Havre'],
  ['à', 'Angers', 'à Angers'],
  ['le', 'atelier', 'l’atelier'],
  ['la', 'habitante', 'l’habitante'],
  ['le', 'hangar', 'le hangar'],
  ['le', 'haut débit', 'le haut débit'],
  ['le', 'Yaudet', 'le Yaudet'],
  ['de', 'Yvetot', 'd’Yvetot'],
  ['le', 'onze', 'le onze'],
  ['de', 'œuvrer', 'd’œuvrer'],
  ['parce que', 'elle', 'parce qu’elle'],
  ['au nom de', 'Le Relais', 'au nom du Relais'],
  ['jusqu’à', 'Le Rheu', 'jusqu’au Rheu'],
])('elides %s + %s', (word, next, joined) => {
  expect(elide(word, next)).toBe(joined);
});

describe('typography', () => {
  test.each([
    ["L'atelier d'Angers", 'L’atelier d’Angers'],
    ['Vraiment ?', 'Vraiment\u202f?'],
    ['Bravo!', 'Bravo\u202f!'],
    ['Quoi ?!', 'Quoi\u202f?!'],
    ['Horaires : 9:30', 'Horaires\u00a0: 9:30'],
    ['Dit "bonjour" puis part...', 'Dit «\u00a0bonjour\u00a0» puis part…'],
    ['«bonjour»', '«\u00a0bonjour\u00a0»'],
    ['Voir https://exemple.fr/a?b=c;d !', 'Voir https://exemple.fr/a?b=c;d\u202f!'],
    ["d'après l'adresse o'neil@exemple.fr", "d’après l’adresse o'neil@exemple.fr"],
    ['12 % et 8 €', '12\u202f% et 8\u00a0€'],
    ['un;deux', 'un;deux'],
  ])('%s', (typed, set) => {
    expect(typography(typed)).toBe(set);
  });

  test('done twice changes nothing', () => {
    const piece = fc.constantFrom(
      'a',
      'é',
      '1',
      ' ',
      '\u00a0',
      '\u202f',
      '!',
      '?',
      ';',
      ':',
      '«',
      '»',
      '"',
      "'",
      '…',
      '...',
      '.',
      '%',
      '€',
      '(',
      ')',
      '\n',
      'https://x.fr/?a',
      'a@b.fr',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const once = typography(pieces.join(''));
        expect(typography(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});

test('makes addresses readable', () => {
  expect(slugify('L’Établi d’Angers')).toBe('l-etabli-d-angers');
  expect(slugify('Œuvre & Cæsar — ÇA !')).toBe('oeuvre-et-caesar-ca');
  expect(slugify('Ассоциация')).toBe('');
  expect(slugify('un mot assez long pour être coupé', 20)).toBe('un-mot-assez-long');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(slugify(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
    }),
  );
});

test('folds spellings together', () => {
  expect(foldForSearch('  L’ÉCOLE  du Cœur-Volant ')).toBe('l ecole du coeur volant');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
      expect(foldForSearch(text.normalize('NFD'))).toBe(foldForSearch(text.normalize('NFC')));
    }),
  );
});

test('writes words for people as the hub chose', () => {
  const member = { feminine: 'adhérente', masculine: 'adhérent', neutral: 'membre' };
  expect(inclusive('middle_dot', member)).toBe('adhérent·e');
  expect(inclusive('middle_dot', member, 'many')).toBe('adhérent·es');
  expect(inclusive('double', member)).toBe('adhérente ou adhérent');
  expect(inclusive('double', member, 'many')).toBe('adhérentes et adhérents');
  expect(inclusive('neutral', member, 'many')).toBe('membres');
  expect(inclusive('neutral', { feminine: 'porteuse', masculine: 'porteur' })).toBe('porteuse ou porteur');
  expect(inclusive('middle_dot', { feminine: 'actrice', masculine: 'acteur' }, 'many')).toBe('acteur·rices');
  expect(inclusive('middle_dot', { feminine: 'porteuse', masculine: 'porteur' })).toBe('porteur·euse');
  expect(inclusive('middle_dot', { feminine: 'conseillère', masculine: 'conseiller' })).toBe('conseiller·ère');
  expect(inclusive('middle_dot', { feminine: 'salariée', masculine: 'salarié' }, 'many')).toBe('salarié·es');
  expect(inclusive('double', { feminine: 'bénévole', masculine: 'bénévole' }, 'many')).toBe('bénévoles');
});
