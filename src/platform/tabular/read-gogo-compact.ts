import { isObject } from './flatten-record.ts';
import type { JsonObject } from './flatten-record.ts';

const usualOrder: readonly unknown[] = [
  'id',
  ['name'],
  'latitude',
  'longitude',
  'taxonomy',
  'status',
  'moderationState',
];

const isCompact = (record: unknown): record is readonly unknown[] =>
  Array.isArray(record) && (typeof record[0] === 'string' || typeof record[0] === 'number') && Array.isArray(record[1]);

/** Names by place; GoGoCarto leaves the list of option ids out of its `mapping`, so a list found there is the taxonomy. */
function namesOf(mapping: readonly unknown[], record: readonly unknown[]): readonly unknown[] {
  const flat = mapping.every((name) => typeof name === 'string') && !mapping.includes('latitude');
  const names = flat ? ['id', mapping, ...usualOrder.slice(2)] : [...mapping];
  if (Array.isArray(record[4]) && names[4] !== 'taxonomy') names.splice(4, 0, 'taxonomy');
  return names;
}

function named(names: readonly unknown[], record: readonly unknown[]): [string, unknown][] {
  return record.flatMap((value, index): [string, unknown][] => {
    const name = names[index];
    if (Array.isArray(name) && Array.isArray(value)) return named(name, value);
    return [[typeof name === 'string' ? name : `champ ${index + 1}`, value]];
  });
}

/** Records of a `gogocompact` answer, or nothing when the document is something else. */
export function readGogoCompact(document: unknown): JsonObject[] | undefined {
  if (!isObject(document) || !Array.isArray(document['data'])) return undefined;
  const records: readonly unknown[] = document['data'];
  if (records.length === 0 || !records.every(isCompact)) return undefined;
  const mapping = Array.isArray(document['mapping']) ? document['mapping'] : usualOrder;
  return records.map((record) => Object.fromEntries(named(namesOf(mapping, record), record)));
}
