import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { createFileStore } from '#platform/files/file-store.ts';
import { openQueue } from '#platform/jobs/queue.ts';
import { createLog } from '#platform/log/log.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { chooseMapping } from '#modules/directory/commands/imports/choose-mapping.ts';
import type { ImportMapping } from '#modules/directory/commands/imports/import-mapping.ts';
import { runImport } from '#modules/directory/commands/imports/run-import.ts';
import { startImport } from '#modules/directory/commands/imports/start-import.ts';
import { importFileKey } from '#platform/imports/import-files.ts';
import { readImport, type ImportSheet, type ImportStatus } from '#modules/directory/queries/imports/import-sheet.ts';
import type { BenchHub } from './bench-hub.ts';
import { fictionalStructures } from './fictional-structures.ts';
import type { Measure } from './result.ts';
import { seeded } from './seeded.ts';

const rows = 10_000;

/**
 * A list of 10,000 structures read, recognised, compared and written into a small hub by the site's own jobs, as when
 * somebody sends it from the page and agrees with every proposal.
 */
export async function measureImport(hub: BenchHub, folder: string): Promise<Measure> {
  const files = createFileStore(`file://${join(folder, 'fichiers')}`);
  const queue = await openQueue(hub.databases, createLog('silent'));
  const work = await mkdtemp(join(tmpdir(), 'essaim-bench-import-'));
  try {
    const path = join(work, 'liste.csv');
    await writeFile(path, list());
    const ctx = { ...hub.ctx, enqueueIn: queue.enqueueIn };
    const fileKey = importFileKey(ctx.hubId, 'bin');
    const stream = createReadStream(path);
    await once(stream, 'open');
    await files.put(fileKey, stream);

    const startedAt = performance.now();
    const { id } = unwrap(
      await execute(ctx, startImport, { from: { kind: 'upload', fileKey, fileName: 'liste.csv' } }),
    );
    const read = await until(ctx, id, 'mapping');
    const readAt = performance.now();
    unwrap(
      await execute(ctx, chooseMapping, { importId: id, source: read.source, mapping: read.mapping as ImportMapping }),
    );
    await until(ctx, id, 'ready');
    const comparedAt = performance.now();
    unwrap(await execute(ctx, runImport, { importId: id }));
    const { counts } = await until(ctx, id, 'done');
    const doneAt = performance.now();
    const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(1);
    return {
      name: 'import de 10 000 lignes',
      value: (doneAt - startedAt) / 1000,
      bar: 20,
      unit: 's',
      better: 'less',
      notes: [
        `${counts.added ?? 0} nouvelles, ${counts.duplicate ?? 0} qui se ressemblent, ${(counts.rejected ?? 0) + (counts.failed ?? 0)} refusées`,
        `lire ${seconds(startedAt, readAt)} s, comparer ${seconds(readAt, comparedAt)} s, écrire ${seconds(comparedAt, doneAt)} s`,
      ],
    };
  } finally {
    await queue.stop();
    files.close();
    await rm(work, { recursive: true, force: true });
  }
}

/** Waits for the jobs of the site to bring an import where it should be. */
async function until(ctx: Context, importId: string, wanted: ImportStatus): Promise<ImportSheet> {
  const deadline = performance.now() + 180_000;
  while (performance.now() < deadline) {
    const sheet = await readImport(ctx.db, importId);
    if (sheet?.status === wanted) return sheet;
    if (sheet?.status === 'failed') throw new Error(`the import failed: ${sheet.failure}`);
    await sleep(50);
  }
  throw new Error(`the import never came to « ${wanted} »`);
}

function list(): string {
  const next = fictionalStructures(seeded(42), []);
  const lines = [
    'identifiant;nom;forme juridique;adresse;code postal;commune;code insee;latitude;longitude;description;activités',
  ];
  for (let row = 0; row < rows; row++) {
    const { name, legalForm, locations, mission, offers } = next();
    const [place] = locations;
    const cells = [
      `S-${row}`,
      `${name} n° ${row}`,
      legalForm,
      place?.street,
      place?.postcode,
      place?.city,
      place?.municipalityInsee,
      place?.lat,
      place?.lon,
      mission,
      offers.join(','),
    ];
    lines.push(cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(';'));
  }
  return lines.join('\r\n');
}
