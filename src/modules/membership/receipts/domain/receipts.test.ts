import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountInLetters, inLetters } from './amount-in-letters.ts';
import { giftOf } from './gift.ts';
import { missingFor } from './issuer.ts';

test.each([
  [0, 'zéro'],
  [1, 'un'],
  [21, 'vingt-et-un'],
  [71, 'soixante-et-onze'],
  [80, 'quatre-vingts'],
  [81, 'quatre-vingt-un'],
  [91, 'quatre-vingt-onze'],
  [99, 'quatre-vingt-dix-neuf'],
  [100, 'cent'],
  [200, 'deux-cents'],
  [280, 'deux-cent-quatre-vingts'],
  [1000, 'mille'],
  [1980, 'mille-neuf-cent-quatre-vingts'],
  [80_000, 'quatre-vingt-mille'],
  [200_300, 'deux-cent-mille-trois-cents'],
  [2_000_001, 'deux-millions-un'],
])('%i is « %s »', (value, words) => expect(inLetters(value)).toBe(words));

test('amounts are written as on a cheque', () => {
  expect(amountInLetters(100)).toBe('un euro');
  expect(amountInLetters(4550)).toBe('quarante-cinq euros et cinquante centimes');
  expect(amountInLetters(1)).toBe('un centime');
  expect(amountInLetters(200_000_000)).toBe('deux-millions d’euros');
});

test('two amounts never read the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 99_999_999 }), (one, other) => {
      if (one !== other) expect(amountInLetters(one)).not.toBe(amountInLetters(other));
    }),
  );
});

test('a gift is never more than what was kept, nor dues that bring something in return', () => {
  const cents = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(
      fc.array(fc.record({ dues: cents, donation: cents, isAccepted: fc.boolean() }), { maxLength: 6 }),
      fc.boolean(),
      cents,
      cents,
      (applications, duesAreGifts, received, returned) => {
        const gift = giftOf(applications, { duesAreGifts, received, returned });
        const donations = applications.reduce((sum, one) => sum + one.donation, 0);
        expect(gift).toBeGreaterThanOrEqual(0);
        expect(gift).toBeLessThanOrEqual(Math.max(0, received - returned));
        if (!duesAreGifts) expect(gift).toBeLessThanOrEqual(donations);
        if (returned >= received) expect(gift).toBe(0);
      },
    ),
  );
});

test('dues of 20 € and 30 € given: the gift is 30 €, 50 € when dues bring nothing, 10 € after 20 € went back', () => {
  const one = [{ dues: 2000, donation: 3000, isAccepted: true }];
  const paid = { received: 5000, returned: 0 };
  expect(giftOf(one, { duesAreGifts: false, ...paid })).toBe(3000);
  expect(giftOf(one, { duesAreGifts: true, ...paid })).toBe(5000);
  expect(giftOf(one, { duesAreGifts: false, received: 5000, returned: 2000 })).toBe(1000);
  expect(giftOf([{ ...one[0], dues: 2000, donation: 3000, isAccepted: false }], { duesAreGifts: true, ...paid })).toBe(
    0,
  );
});

test('a hub that did not say it may gives none, and hears what is missing', () => {
  const issuer = {
    name: 'Pôle',
    address: '1 rue du Four',
    siren: '',
    rna: 'W351000000',
    object: 'Coopérer',
    status: 'none' as const,
    signatory: 'Awa Diallo',
    signatoryRole: '',
    place: '',
  };
  expect(missingFor(issuer)).toHaveLength(1);
  expect(missingFor({ ...issuer, status: 'general_interest' })).toEqual([]);
  expect(missingFor({ ...issuer, status: 'general_interest', rna: '', signatory: '' })).toHaveLength(2);
});
