import { breather } from './breather.ts';
import { findHeader } from './find-header.ts';
import { findRecords } from './find-records.ts';
import { flattenRecord, isObject } from './flatten-record.ts';
import type { JsonObject } from './flatten-record.ts';
import type { TableLimits } from './limits.ts';
import { featureRecord, geojsonFeatures } from './read-geojson.ts';
import { readGogoCompact } from './read-gogo-compact.ts';
import type { TableFormat } from './table.ts';
import { tableBuilder } from './table-builder.ts';
import type { TableBuilder } from './table-builder.ts';
import { TableRefused } from './table-refused.ts';
import { unwrapRecord } from './unwrap-record.ts';
import { weighJson } from './weigh-json.ts';

type ParsedTable = ReturnType<TableBuilder['finish']> & { format: TableFormat };
type Records = { format: TableFormat; records: readonly JsonObject[]; firstLine?: number; warning?: string };

function parseDocument(text: string): { document: unknown } | undefined {
  try {
    // The way some exports assign their list to a variable: `var elements = [...];`
    return {
      document: JSON.parse(
        text.replace(/^\s*(?:var|let|const)?\s*[\w.]{1,60}\s*=\s*(?=[[{])/, '').replace(/;\s*$/, ''),
      ) as unknown,
    };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** One JSON value per line; broken lines are reported and the others kept. */
async function readLines(text: string, builder: TableBuilder): Promise<Records | undefined> {
  const lines = text.split('\n');
  const records: JsonObject[] = [];
  const breathe = breather();
  let broken = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const parsed = /^\s*\{/.test(line) ? parseDocument(line) : undefined;
    if (isObject(parsed?.document)) records.push(parsed.document);
    else {
      broken += 1;
      builder.report(index + 1, 'Cette ligne n’est pas un objet JSON complet.');
      if (broken > 20 && broken > records.length) return undefined;
    }
    await breathe();
  }
  if (records.length < 2 || broken > records.length) return undefined;
  const features = records.every((record) => record['type'] === 'Feature');
  return { format: 'ndjson', records: features ? records.map((record) => featureRecord(record, undefined)) : records };
}

/** Lists of lists, the first line of which names the columns. */
function recordsFromLists(lists: readonly unknown[]): Records {
  const lines = lists.filter(Array.isArray).map((cells, index) => ({ line: index + 1, cells: cells as unknown[] }));
  const header = findHeader(lines);
  const records = lines
    .slice(header.dataFrom)
    .map(({ cells }) => Object.fromEntries(header.names.map((name, index) => [name, cells[index]])));
  return { format: 'json', records, firstLine: header.dataFrom + 1 };
}

/** A fixture may hold several models: the most numerous is the table. */
function mainModel(records: readonly JsonObject[]): { kept: readonly JsonObject[]; warning?: string } {
  const models = new Map<unknown, JsonObject[]>();
  for (const record of records) {
    if (typeof record['model'] !== 'string' || !isObject(record['fields'])) return { kept: records };
    const group = models.get(record['model']);
    if (group) group.push(record);
    else models.set(record['model'], [record]);
  }
  const [largest] = [...models].sort((a, b) => b[1].length - a[1].length);
  if (!largest) return { kept: records };
  const kept = largest[1].map((record) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => key !== 'model')),
  );
  return models.size === 1
    ? { kept }
    : { kept, warning: `Ce fichier mêle plusieurs sortes d’objets : seuls les « ${String(largest[0])} » sont lus.` };
}

function recordsOf(document: unknown, limits: TableLimits): Records {
  const compact = readGogoCompact(document);
  if (compact) return { format: 'gogocarto', records: compact };
  const geojson = geojsonFeatures(document);
  if (geojson) {
    return { format: 'geojson', records: geojson.features.map((feature) => featureRecord(feature, geojson.crs)) };
  }
  const found = findRecords(document) ?? (isObject(document) ? [document] : undefined);
  if (found === undefined || found.length === 0) throw new TableRefused('no_records', limits);
  if (found.filter(Array.isArray).length > found.length / 2) return recordsFromLists(found);
  const { kept, warning } = mainModel(found.filter(isObject));
  const nested = geojsonFeatures(kept);
  if (nested)
    return { format: 'geojson', records: nested.features.map((feature) => featureRecord(feature, undefined)) };
  const gogo =
    isObject(document) && typeof document['ontology'] === 'string' && document['ontology'].startsWith('gogo');
  return { format: gogo ? 'gogocarto' : 'json', records: kept.map(unwrapRecord), warning };
}

/** Reads records from JSON, newline-delimited JSON, GeoJSON and GoGoCarto documents. */
export async function readJson(text: string, limits: TableLimits): Promise<ParsedTable> {
  const builder = tableBuilder(limits);
  await weighJson(text, limits);
  const parsed = parseDocument(text);
  const records = parsed ? recordsOf(parsed.document, limits) : await readLines(text, builder);
  if (records === undefined) throw new TableRefused('broken_json', limits);
  if (records.warning) builder.warn(records.warning);
  const breathe = breather();
  const firstLine = records.firstLine ?? 1;
  for (const [index, record] of records.records.entries()) {
    builder.add(firstLine + index, flattenRecord(record));
    await breathe();
  }
  if (builder.rowCount() === 0) throw new TableRefused('no_records', limits);
  return { ...builder.finish(), format: records.format };
}
