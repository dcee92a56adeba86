import { isObject } from './flatten-record.ts';
import type { JsonObject } from './flatten-record.ts';

const wrappers = ['fields', '_source', 'properties', 'record', 'attributes'];

/**
 * The inside of a wrapped record: Django fixtures `{model, pk, fields}`, Opendatasoft `{recordid, fields}`,
 * Elasticsearch `{_id, _source}`, Airtable `{id, fields}`. Scalars beside the wrapper are kept.
 */
export function unwrapRecord(record: JsonObject): JsonObject {
  for (const key of wrappers) {
    const inside = Object.hasOwn(record, key) ? record[key] : undefined;
    if (!isObject(inside) || Object.keys(inside).length === 0) continue;
    const beside = Object.entries(record).filter(
      ([name, value]) => name !== key && !Object.hasOwn(inside, name) && !isObject(value) && !Array.isArray(value),
    );
    // A record with a life of its own that happens to have a `properties` field is no wrapper.
    if (beside.length > 6) continue;
    return Object.fromEntries([...beside, ...Object.entries(inside)]);
  }
  return record;
}
