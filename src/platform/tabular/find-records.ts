import { isObject } from './flatten-record.ts';
import type { JsonObject } from './flatten-record.ts';

/** Keys under which exports keep their records, the likeliest first. */
const envelopeKeys = [
  'data',
  'records',
  'results',
  'elements',
  'items',
  'features',
  '@graph',
  'ldp:contains',
  'hits',
  'rows',
  'entries',
  'structures',
  'services',
  'value',
  'values',
  'content',
  'response',
  'result',
];
const searchedDepth = 4;

/** A dictionary of records by id, such as the entries of a YesWiki form. */
function asDictionary(value: JsonObject): readonly JsonObject[] | undefined {
  const entries = Object.values(value);
  if (entries.length < 2 || !entries.every(isObject)) return undefined;
  const keys = new Set(Object.keys(entries[0] ?? {}));
  const alike = entries.every((entry) => Object.keys(entry).some((key) => keys.has(key)));
  return alike && keys.size > 1 ? entries : undefined;
}

/** The list of records of a JSON document, wherever it sits in its first levels. */
export function findRecords(document: unknown, depth = 0): readonly unknown[] | undefined {
  if (Array.isArray(document)) {
    const list: readonly unknown[] = document;
    const holdsRecords = list.length === 0 || list.some((item) => isObject(item) || Array.isArray(item));
    return holdsRecords ? list : undefined;
  }
  if (!isObject(document) || depth > searchedDepth) return undefined;
  for (const key of envelopeKeys) {
    if (!Object.hasOwn(document, key)) continue;
    const found = findRecords(document[key], depth + 1);
    if (found) return found;
  }
  const others = Object.values(document)
    .map((value) => findRecords(value, depth + 1))
    .filter((found) => found !== undefined)
    .sort((a, b) => b.length - a.length);
  return others[0] ?? asDictionary(document);
}
