import { distanceInKilometres } from '#platform/geo/index.ts';
import { prepareFace } from './organization-face.ts';
import type { OrganizationFace, PreparedFace } from './organization-face.ts';
import { nameLikeness } from './similarity.ts';
import type { WordWeight } from './similarity.ts';

export type Resemblance = {
  /** From 0 to 1; see `likelyDuplicate` and `certainDuplicate`. */
  readonly score: number;
  /** In French, the strongest first: « même SIRET », « nom très proche »… */
  readonly reasons: readonly string[];
};
export type Lookalike = Resemblance & { readonly id: string };

/** From this score on, a person should be asked. */
export const likelyDuplicate = 0.7;
/** From this score on, only a mistake of the files would make them different. */
export const certainDuplicate = 0.9;

type Places = 'same' | 'unknown' | 'apart';

function placesOf(a: PreparedFace, b: PreparedFace): Places {
  const [one, other] = [a.face, b.face];
  const near = one.point && other.point ? distanceInKilometres(one.point, other.point) : undefined;
  const sameTown =
    (one.insee && one.insee === other.insee) ||
    (a.town !== '' && a.town === b.town) ||
    (one.postcode && one.postcode === other.postcode && (a.town === '' || b.town === '' || !one.insee || !other.insee));
  if (sameTown || (near !== undefined && near < 0.3)) return 'same';
  const bothKnown =
    (one.insee && other.insee) ||
    (a.town !== '' && b.town !== '') ||
    near !== undefined ||
    (one.postcode && other.postcode);
  if (!bothKnown) return 'unknown';
  return near !== undefined && near < 2 ? 'unknown' : 'apart';
}

const steps: Readonly<Record<Places, readonly (readonly [least: number, score: number])[]>> = {
  same: [
    [0.95, 0.9],
    [0.85, 0.8],
    [0.75, 0.66],
    [0.6, 0.5],
    [0.45, 0.35],
    [0, 0.1],
  ],
  unknown: [
    [0.95, 0.75],
    [0.85, 0.6],
    [0.75, 0.45],
    [0.6, 0.3],
    [0, 0.1],
  ],
  apart: [
    [0.95, 0.4],
    [0.85, 0.3],
    [0.6, 0.15],
    [0, 0.05],
  ],
};

const equal = (a: string | null | undefined, b: string | null | undefined) => Boolean(a) && a === b;
const differ = (a: string | null | undefined, b: string | null | undefined) => Boolean(a) && Boolean(b) && a !== b;

/** A number, an address or a phone that belongs to one body only. */
const shareLine = (one: OrganizationFace, other: OrganizationFace) =>
  equal(one.siret, other.siret) || equal(one.phone, other.phone) || equal(one.email, other.email);

/** What two organizations in different towns can score at most when no line ties them: branches share a name. */
const mostWhenApart = 0.6;

/** How likely two prepared faces are the same organization, and why. */
export function compareFaces(a: PreparedFace, b: PreparedFace, weight: WordWeight = () => 1): Resemblance {
  const [one, other] = [a.face, b.face];
  const places = placesOf(a, b);
  // The town's own name in both names says nothing: « Mairie de Corscia », « Médiathèque de Corscia ».
  const townWords = new Set(places === 'same' ? [...a.town.split(' '), ...b.town.split(' ')] : []);
  const weigh: WordWeight = (word) => (townWords.has(word) ? 0.25 : weight(word));
  const name = Math.max(
    nameLikeness(a.words, b.words, weigh),
    0.97 * nameLikeness(a.shortWords, b.words, weigh),
    0.97 * nameLikeness(a.words, b.shortWords, weigh),
  );
  const sameStreet = a.street !== '' && a.street === b.street && places === 'same';
  const sameSpot = one.point && other.point ? distanceInKilometres(one.point, other.point) < 0.05 : false;
  const here = sameStreet || sameSpot;

  const evidence: (readonly [holds: boolean, strength: number, reason: string])[] = [
    [equal(one.siret, other.siret), name >= 0.5 || here ? 0.8 : 0.45, 'même SIRET'],
    [equal(one.rna, other.rna), name >= 0.5 ? 0.7 : 0.35, 'même numéro RNA'],
    [equal(one.siren, other.siren) && !equal(one.siret, other.siret), 0.3, 'même SIREN'],
    [equal(one.phone, other.phone), name >= 0.4 ? 0.5 : 0.2, 'même téléphone'],
    [equal(one.email, other.email), name >= 0.4 ? 0.5 : 0.2, 'même adresse électronique'],
    [a.site !== '' && a.site === b.site, name >= 0.4 ? 0.45 : 0.15, 'même site'],
    [here, name >= 0.6 ? 0.45 : 0.1, 'même adresse'],
  ];
  const held = evidence.filter(([holds]) => holds);
  let score = (steps[places].find(([least]) => name >= least) ?? [0, 0])[1];
  for (const [, strength] of held) score = 1 - (1 - score) * (1 - strength);

  // Two valid numbers that differ are two bodies, unless one of them moved.
  if (differ(one.siren, other.siren) || (differ(one.rna, other.rna) && !equal(one.siren, other.siren))) score *= 0.55;
  if (!here && a.street !== '' && b.street !== '' && a.street !== b.street) score *= 0.92;
  if (places === 'apart' && !shareLine(one, other)) score = Math.min(score, mostWhenApart);

  const nameReason = name >= 0.99 ? ['même nom'] : name >= 0.75 ? ['nom très proche'] : [];
  const placeReason = places === 'same' && !here ? ['même commune'] : [];
  const byStrength = held.toSorted((x, y) => y[1] - x[1]).map(([, , reason]) => reason);
  return {
    score,
    reasons: [
      ...byStrength.filter((reason) => /SIRET|RNA/.test(reason)),
      ...nameReason,
      ...byStrength.filter((reason) => !/SIRET|RNA/.test(reason)),
      ...placeReason,
    ],
  };
}

/** Two faces compared on their own, outside any index. */
export const resemblanceOf = (a: OrganizationFace, b: OrganizationFace): Resemblance =>
  compareFaces(prepareFace(a), prepareFace(b));

/** A block of more faces than this says nothing useful. */
const largestBlock = 250;
/** All organizations of a village are compared; those of a town must share more than the town. */
const largestTown = 60;

/** A word without vowels nor doubled letters: what most typing errors leave. */
const skeleton = (word: string) =>
  word.slice(0, 1) +
  word
    .slice(1)
    .replace(/[aeiouyh]/g, '')
    .replace(/(.)\1+/g, '$1');

/** Keys under which two faces of the same organization are likely to meet. */
function* blockingKeys({ face, words, shortWords, town, department, street, site }: PreparedFace): Generator<string> {
  if (face.siret) yield `siret ${face.siret}`;
  if (face.siren) yield `siren ${face.siren}`;
  if (face.rna) yield `rna ${face.rna}`;
  if (face.phone) yield `tel ${face.phone}`;
  if (face.email) yield `mail ${face.email}`;
  if (site !== '') yield `web ${site}`;
  if (words.length > 0) yield `name ${words.toSorted().join(' ')}`;
  yield `glued ${words.join('')} ${department}`;
  const place = face.insee ?? town;
  for (const word of new Set([...words, ...shortWords])) {
    yield `word ${word} ${department}`;
    if (word.length >= 4) yield `bones ${skeleton(word)} ${department}`;
    if (place !== '' && word.length >= 3) yield `start ${word.slice(0, 3)} ${place}`;
  }
  if (place !== '') {
    yield `town ${place}`;
    if (words.length >= 3) yield `initials ${words.map((word) => word[0]).join('')} ${place}`;
    for (const word of [...words, ...shortWords])
      if (word.length >= 3 && word.length <= 8) yield `initials ${word} ${place}`;
  }
  if (street !== '' && place !== '') yield `street ${street} ${place}`;
}

export type DuplicateIndex = {
  readonly add: (face: OrganizationFace) => void;
  /** The likeliest duplicates of a face, best first; itself left out. */
  readonly find: (face: OrganizationFace, options?: { least?: number; limit?: number }) => Lookalike[];
  readonly size: () => number;
};

/** An index in which each face meets only those that share a word, a number, a street or a site with it. */
export function duplicateIndex(faces: Iterable<OrganizationFace> = []): DuplicateIndex {
  const prepared: PreparedFace[] = [];
  const blocks = new Map<string, number[]>();
  const frequency = new Map<string, number>();

  const add = (face: OrganizationFace): void => {
    const entry = prepareFace(face);
    const position = prepared.push(entry) - 1;
    for (const word of new Set(entry.words)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    for (const key of new Set(blockingKeys(entry))) {
      const block = blocks.get(key);
      if (!block) blocks.set(key, [position]);
      else if (block.length <= largestBlock) block.push(position);
    }
  };

  const weight: WordWeight = (word) => {
    const count = frequency.get(word) ?? 0;
    return count <= 1 ? 1 : Math.max(0.2, 1 - Math.log(count) / Math.log(prepared.length + 10));
  };

  for (const face of faces) add(face);
  return {
    add,
    size: () => prepared.length,
    find(face, { least = likelyDuplicate, limit = 5 } = {}) {
      const entry = prepareFace(face);
      const candidates = new Set<number>();
      for (const key of blockingKeys(entry)) {
        const block = blocks.get(key);
        const largest = key.startsWith('town ') ? largestTown : largestBlock;
        if (block && block.length <= largest) for (const position of block) candidates.add(position);
      }
      const found: Lookalike[] = [];
      for (const position of candidates) {
        const candidate = prepared[position];
        if (!candidate || candidate.face.id === face.id) continue;
        // Most candidates are namesakes of other towns: no need to compare names to know they score low.
        if (least > mostWhenApart && !shareLine(face, candidate.face) && placesOf(entry, candidate) === 'apart')
          continue;
        const resemblance = compareFaces(entry, candidate, weight);
        if (resemblance.score >= least) found.push({ id: candidate.face.id, ...resemblance });
      }
      return found.sort((a, b) => b.score - a.score).slice(0, limit);
    },
  };
}
