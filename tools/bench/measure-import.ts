import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileStore } from '#platform/files/file-store.ts';
import { noGeocoder } from '#platform/geocoder/geocoder.ts';
import { newId } from '#platform/ids/ids.ts';
import { createOutbound } from '#platform/outbound/outbound.ts';
import { importFromFile } from '#modules/directory/jobs/import-from-file.ts';
import type { BenchHub } from './bench-hub.ts';
import { fictionalStructures } from './fictional-structures.ts';
import type { Measure } from './result.ts';
import { seeded } from './seeded.ts';

const rows = 10_000;

/** A list of 10,000 structures read, recognised, compared and written into an empty hub, by the acts the pages use. */
export async function measureImport(hub: BenchHub): Promise<Measure> {
  const work = await mkdtemp(join(tmpdir(), 'essaim-bench-import-'));
  const files = createFileStore(`file://${join(work, 'files')}`);
  try {
    const path = join(work, 'liste.csv');
    await writeFile(path, list());
    const hubId = newId();
    await hub.owner.query('insert into hubs (id, slug) values ($1, $2)', [hubId, `banc-${hubId}`]);
    const ctx = { ...hub.ctx, hubId, db: hub.databases.forHub(hubId) };
    const startedAt = performance.now();
    const done = await importFromFile(
      ctx,
      { files, outbound: createOutbound({ userAgent: 'Essaim/banc' }), geocoder: noGeocoder },
      { path },
    );
    const seconds = (performance.now() - startedAt) / 1000;
    const { added = 0, duplicate = 0, rejected = 0, failed = 0 } = done.counts;
    return {
      name: 'import de 10 000 lignes',
      value: seconds,
      bar: 20,
      unit: 's',
      better: 'less',
      notes: [`${added} nouvelles, ${duplicate} qui se ressemblent, ${rejected + failed} refusées`],
    };
  } finally {
    files.close();
    await rm(work, { recursive: true, force: true });
  }
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
