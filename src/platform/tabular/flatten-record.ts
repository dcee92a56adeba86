const nameKeys = ['name', 'nom', 'label', 'libelle', 'title', 'titre', 'value', 'url', 'src', 'id'];
const flattenedDepth = 6;
const flattenedItems = 3;

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function nameOf(item: unknown): string | undefined {
  if (isScalar(item)) return String(item);
  if (!isObject(item)) return undefined;
  for (const key of nameKeys) {
    const value = Object.hasOwn(item, key) ? item[key] : undefined;
    if (isScalar(value) && value !== '') return String(value);
  }
  return undefined;
}

/**
 * One record as pairs of a dotted path and a cell: `address.streetAddress`, lists of scalars or of named things as
 * lists, the first items of other lists by rank (`sites.1.city`).
 */
export function* flattenRecord(record: JsonObject, prefix = '', depth = 0): Generator<[string, unknown]> {
  for (const [key, value] of Object.entries(record)) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (Array.isArray(value)) yield* flattenList(value, path, depth);
    else if (!isObject(value)) yield [path, value];
    else if (depth >= flattenedDepth) yield [path, JSON.stringify(value)];
    else yield* flattenRecord(value, path, depth + 1);
  }
}

function* flattenList(items: readonly unknown[], path: string, depth: number): Generator<[string, unknown]> {
  const present = items.filter((item) => item !== null && item !== undefined && item !== '');
  const names = present.map(nameOf);
  if (names.every((name) => name !== undefined)) {
    yield [path, names];
    return;
  }
  if (present.every(isObject) && depth < flattenedDepth) {
    for (const [index, item] of present.slice(0, flattenedItems).entries()) {
      yield* flattenRecord(item, present.length === 1 ? path : `${path}.${index + 1}`, depth + 1);
    }
    return;
  }
  yield [path, JSON.stringify(present).slice(0, 2_000)];
}
