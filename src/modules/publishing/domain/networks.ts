import { countSigns, type Measure } from '#platform/french/index.ts';

/** A social network: how much it takes, and how it counts. */
export interface Network {
  readonly name: string;
  readonly limit: number;
  readonly measure: Measure;
  /** Whether the whole text belongs there, and not only its summary. */
  readonly takesBody: boolean;
  /** What to know before pasting. */
  readonly note?: string;
}

const address = /https?:\/\/\S+/g;
/** Mastodon and X count any address for 23 signs, whatever its length. */
const addressLength = 23;

const countForMastodon: Measure = (text) => countSigns(text.replaceAll(address, 'x'.repeat(addressLength)));

/** X counts double what is neither Latin nor common punctuation (twitter-text 3), and an emoji for two. */
const countForX: Measure = (text) => {
  let count = 0;
  for (const { segment } of segmenter.segment(text.replaceAll(address, 'x'.repeat(addressLength)))) {
    if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(segment)) count += 2;
    else for (const sign of segment.normalize('NFC')) count += isSingle(sign.codePointAt(0) ?? 0) ? 1 : 2;
  }
  return count;
};

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' });

function isSingle(code: number): boolean {
  return (
    code <= 4351 || (code >= 8192 && code <= 8205) || (code >= 8208 && code <= 8223) || (code >= 8242 && code <= 8247)
  );
}

const countUnits: Measure = (text) => text.length;

export const networks: readonly Network[] = [
  { name: 'Mastodon', limit: 500, measure: countForMastodon, takesBody: false },
  { name: 'Bluesky', limit: 300, measure: countSigns, takesBody: false },
  { name: 'X', limit: 280, measure: countForX, takesBody: false },
  { name: 'LinkedIn', limit: 3000, measure: countUnits, takesBody: true },
  {
    name: 'Facebook et Instagram',
    limit: 2200,
    measure: countUnits,
    takesBody: true,
    note: 'Sur Instagram, l’adresse ne se clique pas : mettez-la dans votre profil.',
  },
];
