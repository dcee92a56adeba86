/**
 * Reads real files, proposes their mapping and prints what an import would find.
 * Usage: node tools/report-import.ts [files…]; by default the files of ../shared/data.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readTable } from '../src/platform/tabular/index.ts';
import { proposeMapping } from '../src/modules/directory/domain/import/propose-mapping.ts';
import { planImport } from '../src/modules/directory/domain/import/plan.ts';

const shared = join(new URL('..', import.meta.url).pathname, '../shared/data');
const usual = [
  'actors/siae-le-marche-3853.json',
  'actors/france-services-anct-2884.csv',
  'actors/mediation-numerique-carto-nationale-687.json',
  'actors/ess-numerique-sirene-3667.csv',
  'gogocarto/transiscope-niort-100.json',
  'gogocarto/gogocartojs-elements.json',
  'actors/mednum-inputs/aix-en-provence-38.json',
  'actors/mednum-inputs/angers-63.json',
  'actors/mednum-inputs/corse-161.json',
  'actors/mednum-inputs/etapes-numerique-95.json',
  'actors/mednum-inputs/la-creuse-91.json',
].map((file) => join(shared, file));

const given = process.argv.slice(2);
const report: Record<string, Record<string, number | string>> = {};
for (const file of (given.length > 0 ? given : usual).filter((path) => existsSync(path))) {
  const start = performance.now();
  const table = await readTable(readFileSync(file), { fileName: basename(file) });
  const read = performance.now();
  const { mapping } = proposeMapping(table);
  const proposed = performance.now();
  const plan = await planImport({ table, mapping, known: [] });
  const planned = performance.now();
  const points = plan.rows.filter(({ draft }) => draft?.address.point && !draft.address.pointIsApproximate).length;
  report[basename(file)] = {
    rows: table.rows.length,
    columns: table.columns.length,
    mapped: mapping.columns.length,
    points,
    approximate: plan.rows.filter(({ draft }) => draft?.address.pointIsApproximate).length,
    'no place': plan.rows.filter(({ draft }) => draft !== null && !draft.address.point).length,
    new: plan.counts.new,
    duplicate: plan.counts.duplicate,
    rejected: plan.counts.rejected,
    warnings: plan.rows.reduce((sum, { problems }) => sum + problems.length, 0),
    'read ms': Math.round(read - start),
    'propose ms': Math.round(proposed - read),
    'plan ms': Math.round(planned - proposed),
  };
}
console.table(report);
