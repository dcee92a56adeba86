import { describe, expect, test } from 'vitest';
import { checkEmail, checkPhone, checkWebsite, linkKindOf, parseLinks, shownPhone } from './contact-values.ts';
import { checkAnyIdentifier, checkRna, checkSiren, checkSiret } from './identifiers.ts';
import { parseLegalForm } from './legal-forms.ts';
import { parseStaffBracket } from './staff-brackets.ts';

const kindOf = ({ kind }: { kind: string }) => kind;

describe('identifiers', () => {
  test.each([
    ['80746931700018', 'valid'],
    ['807 469 317 00018', 'valid'],
    [80746931700018, 'valid'],
    ['80746931700018.0', 'valid'],
    ['35600000063516', 'valid'],
    ['35600000000048', 'valid'],
    ['00000000000000', 'none'],
    ['', 'none'],
    ['en cours', 'none'],
    ['80746931700019', 'invalid'],
    ['8,07469E+13', 'invalid'],
    ['807469317', 'invalid'],
    ['W352001234', 'invalid'],
  ])('SIRET %j is %s', (value, kind) => expect(kindOf(checkSiret(value))).toBe(kind));

  test('zeros lost by a spreadsheet come back', () => {
    expect(checkSiret(6220119900031)).toEqual({ kind: 'valid', value: '06220119900031' });
    expect(checkSiren('62201199')).toEqual({ kind: 'valid', value: '062201199' });
  });

  test.each([
    ['W832023177', 'valid'],
    ['w 832 023 177', 'valid'],
    ['832023177', 'invalid'],
    ['', 'none'],
  ])('RNA %j is %s', (value, kind) => expect(kindOf(checkRna(value))).toBe(kind));

  test('a column of everything', () => {
    expect(checkAnyIdentifier('W131004321')).toEqual({ kind: 'rna', value: 'W131004321' });
    expect(checkAnyIdentifier('21130001700012')).toEqual({ kind: 'siret', value: '21130001700012' });
    expect(checkAnyIdentifier('356000000')).toEqual({ kind: 'siren', value: '356000000' });
    expect(checkAnyIdentifier('00000000000000')).toEqual({ kind: 'none' });
  });
});

describe('phones', () => {
  test.each([
    ['02 99 00 00 00', '+33299000000'],
    ['02.99.00.00.00', '+33299000000'],
    ['+33 (0)2 99 00 00 00', '+33299000000'],
    ['0033299000000', '+33299000000'],
    ['33299000000', '+33299000000'],
    [299000000, '+33299000000'],
    ['299000000.0', '+33299000000'],
    ['Tél : 02-99-00-00-00', '+33299000000'],
    ['02 99 00 00 00 / 06 12 34 56 78', '+33299000000'],
    ['02 99 00 00 00 ou 06 12 34 56 78', '+33299000000'],
    ['02 99 00 00 00 (accueil)', '+33299000000'],
    ['0262 12 34 56', '+262262123456'],
    ['3949', '3949'],
    ['+32 2 123 45 67', '+3221234567'],
  ])('%j', (value, phone) => expect(checkPhone(value)).toEqual({ kind: 'valid', value: phone }));

  test.each(['055452545', '12', 'appelez-nous', '02 99 00 00'])('%j is no phone', (value) =>
    expect(checkPhone(value).kind).toBe('invalid'),
  );

  test('shown', () => {
    expect(shownPhone('+33299000000')).toBe('02 99 00 00 00'.replaceAll(' ', '\u00a0'));
    expect(shownPhone('+262262123456')).toBe('02 62 12 34 56'.replaceAll(' ', '\u00a0'));
    expect(shownPhone('3949')).toBe('39\u00a049');
  });
});

describe('addresses of the web', () => {
  test.each([
    ['www.ami.fr', 'https://www.ami.fr'],
    ['ami.fr/contact', 'https://ami.fr/contact'],
    ['HTTP://Ami.fr/', 'http://ami.fr'],
    ['http//ami.fr', 'http://ami.fr'],
    ['https://https://ami.fr', 'https://ami.fr'],
    ['http://ami.fr ; http://bis.fr', 'http://ami.fr'],
    ['https://www.économie.fr', 'https://www.xn--conomie-9xa.fr'],
  ])('%j', (value, url) => expect(checkWebsite(value)).toEqual({ kind: 'valid', value: url }));

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://ami.fr',
    'http://127.0.0.1/',
    'http://localhost',
    'http://user:pass@ami.fr',
    'pas de site',
    'a@b.fr',
    'https://[::1]/',
    'JaVaScRiPt://ami.fr/%0aalert(1)',
  ])('%j is refused', (value) => expect(checkWebsite(value).kind).toBe('invalid'));

  test('networks', () => {
    expect(linkKindOf('https://fr-fr.facebook.com/x')).toBe('facebook');
    expect(linkKindOf('https://notfacebook.com/x')).toBe('other');
    expect(parseLinks('@amicanal', 'instagram')).toEqual([
      { kind: 'instagram', url: 'https://www.instagram.com/amicanal' },
    ]);
    expect(parseLinks('https://mamot.fr/@ami; javascript:alert(1)')).toEqual([
      { kind: 'mastodon', url: 'https://mamot.fr/@ami' },
    ]);
  });

  test.each([
    ['Contact@Ami.FR', 'Contact@ami.fr'],
    ['mailto:contact@ami.fr', 'contact@ami.fr'],
    ['contact (at) ami.fr', 'contact@ami.fr'],
    ['contact@ami.fr ; autre@ami.fr', 'contact@ami.fr'],
    ['Ana <ana@ami.fr>', 'ana@ami.fr'],
  ])('%j', (value, email) => expect(checkEmail(value)).toEqual({ kind: 'valid', value: email }));

  test('hidden or wrong addresses', () => {
    expect(['private', 'hidden', ''].map((value) => checkEmail(value).kind)).toEqual(['none', 'none', 'none']);
    expect(['ami.fr', 'ami@', '@ami.fr', 'a@b'].map((value) => checkEmail(value).kind)).toEqual([
      'invalid',
      'invalid',
      'invalid',
      'invalid',
    ]);
  });
});

describe('legal forms', () => {
  test.each([
    ['asso loi 1901', 'association'],
    ['Association', 'association'],
    ['ASSO', 'association'],
    ['SCIC SA', 'scic'],
    ['Société coopérative d’intérêt collectif', 'scic'],
    ['SCOP ARL', 'scop'],
    ['Coopérative', 'cooperative'],
    ['Cuma', 'cooperative'],
    ['ACI', 'insertion'],
    ['EI', 'insertion'],
    ['ETTI', 'insertion'],
    ['AI', 'insertion'],
    ['GEIQ', 'association'],
    ['Entreprise adaptée', 'insertion'],
    ['Fonds de dotation', 'foundation'],
    ['Mutuelle', 'mutual'],
    ['Entreprise de l’ESS', 'social_enterprise'],
    ['SARL', 'company'],
    ['Mairie', 'public_body'],
    ['Collectivité', 'public_body'],
    ['micro-entreprise', 'sole_trader'],
    ['9220.0', 'association'],
    ['9300', 'foundation'],
    ['5558', 'scop'],
    ['5710', 'company'],
    [9260, 'association'],
  ])('%j is %s', (value, family) => expect(parseLegalForm(value)?.family).toBe(family));

  test('nothing in the rest', () =>
    expect([parseLegalForm(''), parseLegalForm('Principal'), parseLegalForm(null)]).toEqual([null, null, null]));
});

test.each([
  ['50 à 99 salariés', false, '21'],
  ['12', false, '11'],
  ['12', true, '12'],
  ['NN', false, 'NN'],
  ['3', true, '03'],
  ['1 000 salariés', false, '42'],
  ['Aucun', false, 'NN'],
  ['', false, null],
])('staff %j (codes: %j) is %j', (value, codes, bracket) => expect(parseStaffBracket(value, { codes })).toBe(bracket));
