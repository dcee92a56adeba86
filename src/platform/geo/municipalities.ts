import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { comparablePlaceName, withoutArticle } from './place-names.ts';

/** A municipality of today, by its INSEE code. */
export type Municipality = {
  readonly insee: string;
  readonly name: string;
  readonly postcodes: readonly string[];
  readonly department: string;
  readonly epci: string | null;
  readonly population: number;
};

/** An inter-municipality, by its SIREN. */
export type Epci = {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly members: readonly string[];
};
export type Department = { readonly code: string; readonly name: string; readonly region: string };

export type PlaceHints = {
  readonly insee?: string;
  readonly postcode?: string;
  readonly name?: string;
  readonly department?: string;
};
export type FoundMunicipality = {
  readonly municipality: Municipality;
  readonly by: 'insee' | 'postcode_and_name' | 'postcode' | 'name';
};

type SourceMunicipality = {
  code: string;
  nom: string;
  type: string;
  departement?: string;
  collectivite?: { code: string };
  commune?: string;
  chefLieu?: string;
  anciensCodes?: string[];
  codesPostaux?: string[];
  population?: number;
};
type SourceEpci = { code: string; nom: string; type: string; membres: { code: string }[] };

type Index = {
  byInsee: Map<string, Municipality>;
  /** Codes of districts and former municipalities → code of the municipality of today. */
  absorbed: Map<string, string>;
  byPostcode: Map<string, Municipality[]>;
  byName: Map<string, Municipality[]>;
  /** Comparable names of the villages a municipality absorbed. */
  formerNames: Map<string, string[]>;
  names: { comparable: string; municipality: Municipality }[];
  epcis: Map<string, Epci>;
};

const require = createRequire(import.meta.url);
const sourceFile = (name: string) => require.resolve(`@etalab/decoupage-administratif/data/${name}.json`);

/** One object per line in this package: parsed line by line, the 9 MB never become objects all at once. */
function* eachMunicipality(): Generator<SourceMunicipality> {
  const bytes = readFileSync(sourceFile('communes'));
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    const line = bytes.toString('utf8', start, end).trim().replace(/,$/, '');
    start = end + 1;
    if (line.startsWith('[{') || (line.startsWith('[') && line.length > 1)) {
      yield* JSON.parse(bytes.toString('utf8')) as SourceMunicipality[];
      return;
    }
    if (line.startsWith('{')) yield JSON.parse(line) as SourceMunicipality;
  }
}

function readEpcis(): Map<string, Epci> {
  const source = JSON.parse(readFileSync(sourceFile('epci'), 'utf8')) as SourceEpci[];
  return new Map(
    source.map(({ code, nom, type, membres }) => [
      code,
      { code, name: nom, kind: type, members: membres.map((member) => member.code) },
    ]),
  );
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

const linesBetweenPauses = 1_000;

/** Pauses now and then, for whoever wants to give the event loop its turn meanwhile. */
function* buildIndex(): Generator<void, Index> {
  const epcis = readEpcis();
  const epciOf = new Map<string, string>();
  for (const epci of epcis.values()) for (const member of epci.members) epciOf.set(member, epci.code);
  const index: Index = {
    byInsee: new Map(),
    absorbed: new Map(),
    byPostcode: new Map(),
    byName: new Map(),
    formerNames: new Map(),
    names: [],
    epcis,
  };
  const aliases: { name: string; insee: string }[] = [];
  let lines = 0;
  for (const source of eachMunicipality()) {
    lines += 1;
    if (lines % linesBetweenPauses === 0) yield;
    if (source.type !== 'commune-actuelle') {
      const today = source.commune ?? source.chefLieu;
      if (today === undefined) continue;
      if (source.code !== today) index.absorbed.set(source.code, today);
      if (source.type !== 'arrondissement-municipal') aliases.push({ name: source.nom, insee: today });
      continue;
    }
    const municipality: Municipality = {
      insee: source.code,
      name: source.nom,
      postcodes: source.codesPostaux ?? [],
      department:
        source.departement ??
        source.collectivite?.code ??
        source.code.slice(0, source.code.startsWith('97') || source.code.startsWith('98') ? 3 : 2),
      epci: epciOf.get(source.code) ?? null,
      population: source.population ?? 0,
    };
    index.byInsee.set(municipality.insee, municipality);
    for (const former of source.anciensCodes ?? []) index.absorbed.set(former, municipality.insee);
    for (const postcode of municipality.postcodes) append(index.byPostcode, postcode, municipality);
    const comparable = comparablePlaceName(source.nom);
    index.names.push({ comparable, municipality });
    append(index.byName, withoutArticle(comparable), municipality);
  }
  for (const { name, insee } of aliases) {
    const municipality = index.byInsee.get(insee);
    if (!municipality) continue;
    const comparable = withoutArticle(comparablePlaceName(name));
    append(index.byName, comparable, municipality);
    append(index.formerNames, insee, comparable);
  }
  index.names.sort((a, b) => (a.comparable < b.comparable ? -1 : 1));
  return index;
}

// Constant data of a package, read the first time a place is looked up.
let cached: Index | undefined;

function theIndex(): Index {
  if (cached) return cached;
  const building = buildIndex();
  let step = building.next();
  while (!step.done) step = building.next();
  cached = step.value;
  return cached;
}

/** Reads the municipalities beforehand without holding the event loop; a look-up would otherwise read them at once. */
export async function loadMunicipalities(): Promise<void> {
  if (cached) return;
  const building = buildIndex();
  let step = building.next();
  while (!step.done) {
    await nextTurn();
    step = building.next();
  }
  cached ??= step.value;
}

/** The municipality of today with this code, also when the code is that of a district or of an absorbed municipality. */
export function municipalityByInsee(code: string): Municipality | undefined {
  const { byInsee, absorbed } = theIndex();
  return byInsee.get(code) ?? byInsee.get(absorbed.get(code) ?? '');
}

export const municipalitiesByPostcode = (postcode: string): readonly Municipality[] =>
  theIndex().byPostcode.get(postcode) ?? [];

const departmentOfPostcode = (postcode: string) => postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2);
const isInDepartment = (municipality: Municipality, department: string) =>
  municipality.department === department || (department === '20' && /^2[AB]$/.test(municipality.department));

/** Same words, one name wholly inside the other (« La Mézière » in « La Mézière Bourg »), or a letter mistyped. */
function resemblesName(municipality: Municipality, comparable: string): boolean {
  const own = withoutArticle(comparablePlaceName(municipality.name));
  const names = [own, ...(theIndex().formerNames.get(municipality.insee) ?? [])];
  return names.some(
    (name) =>
      ` ${comparable} `.includes(` ${name} `) ||
      ` ${name} `.includes(` ${comparable} `) ||
      isOneSlipAway(name, comparable),
  );
}

/** One letter added, lost or changed in a name long enough for that to be a slip. */
function isOneSlipAway(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 6 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

function byPostcodeAndName(postcode: string, comparable: string): Municipality | undefined {
  const { byName, byPostcode } = theIndex();
  const named = byName.get(comparable) ?? [];
  const exact = named.find((municipality) => municipality.postcodes.includes(postcode));
  if (exact) return exact;
  const there = (byPostcode.get(postcode) ?? []).filter((municipality) => resemblesName(municipality, comparable));
  if (there.length === 1) return there[0];
  // A cedex or outdated postcode: the name decides within the département.
  const near = named.filter((municipality) => isInDepartment(municipality, departmentOfPostcode(postcode)));
  if (near.length === 1) return near[0];
  // A postcode that does not exist says nothing: a name borne once in France does.
  const isMistyped = !byPostcode.has(postcode) && near.length === 0;
  return isMistyped && named.length === 1 ? named[0] : undefined;
}

/** The municipality meant by an INSEE code, a postcode and a name, in the order of what is surest. */
export function findMunicipality(hints: PlaceHints): FoundMunicipality | undefined {
  const byCode = hints.insee === undefined ? undefined : municipalityByInsee(hints.insee);
  if (byCode) return { municipality: byCode, by: 'insee' };
  const comparable = hints.name === undefined ? '' : withoutArticle(comparablePlaceName(hints.name));
  if (hints.postcode !== undefined && comparable !== '') {
    const found = byPostcodeAndName(hints.postcode, comparable);
    if (found) return { municipality: found, by: 'postcode_and_name' };
  }
  if (hints.postcode !== undefined) {
    const there = municipalitiesByPostcode(hints.postcode);
    if (there.length === 1 && there[0]) return { municipality: there[0], by: 'postcode' };
    return undefined;
  }
  if (comparable === '') return undefined;
  const named = (theIndex().byName.get(comparable) ?? []).filter(
    (municipality) => hints.department === undefined || isInDepartment(municipality, hints.department),
  );
  return named.length === 1 && named[0] ? { municipality: named[0], by: 'name' } : undefined;
}

const firstAtOrAfter = (names: Index['names'], prefix: string): number => {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((names[middle]?.comparable ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Municipalities whose name, or a word of it, begins like this; or whose postcode does. The most populous first. */
export function searchMunicipalities(prefix: string, limit = 10): readonly Municipality[] {
  const { names, byPostcode } = theIndex();
  const digits = prefix.trim();
  if (/^\d{2,5}$/.test(digits)) {
    const found = [...byPostcode].filter(([postcode]) => postcode.startsWith(digits)).flatMap(([, there]) => there);
    return mostPopulous(new Set(found), limit);
  }
  const wanted = comparablePlaceName(prefix);
  if (wanted === '') return [];
  const from = firstAtOrAfter(names, wanted);
  const to = firstAtOrAfter(names, `${wanted}\uffff`);
  const beginning = new Set(names.slice(from, to).map(({ municipality }) => municipality));
  const first = mostPopulous(beginning, limit);
  if (first.length >= limit) return first;
  const inside = names.filter(
    ({ comparable, municipality }) => comparable.includes(` ${wanted}`) && !beginning.has(municipality),
  );
  return [...first, ...mostPopulous(new Set(inside.map(({ municipality }) => municipality)), limit - first.length)];
}

const mostPopulous = (found: Iterable<Municipality>, limit: number): Municipality[] =>
  [...found].sort((a, b) => b.population - a.population || (a.insee < b.insee ? -1 : 1)).slice(0, limit);

export const epciByCode = (code: string): Epci | undefined => theIndex().epcis.get(code);

export const municipalitiesOfEpci = (code: string): readonly Municipality[] =>
  (epciByCode(code)?.members ?? []).map(municipalityByInsee).filter((municipality) => municipality !== undefined);

/** Inter-municipalities whose name holds every word typed. */
export function searchEpcis(words: string, limit = 10): readonly Epci[] {
  const wanted = comparablePlaceName(words)
    .split(' ')
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  return [...theIndex().epcis.values()]
    .filter(({ name }) => {
      const comparable = ` ${comparablePlaceName(name)}`;
      return wanted.every((word) => comparable.includes(` ${word}`));
    })
    .slice(0, limit);
}

export const municipalitiesOfDepartment = (code: string): readonly Municipality[] =>
  [...theIndex().byInsee.values()].filter((municipality) => municipality.department === code);

/** The départements and overseas territories of France. */
export function departments(): readonly Department[] {
  const source = JSON.parse(readFileSync(sourceFile('departements'), 'utf8')) as {
    code: string;
    nom: string;
    region: string;
  }[];
  return source.map(({ code, nom, region }) => ({ code, name: nom, region }));
}
