/**
 * Imports real lists into two fresh hubs of a throw-away database and prints what was found: `npm run`-less,
 * `node tools/report-import-real.ts [folder of lists]`. Each list is imported twice: the second time must change nothing.
 */
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { sql } from 'drizzle-orm';
import { systemClock, type Context } from '#platform/context/context.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openDatabases } from '#platform/db/database.ts';
import { createFileStore } from '#platform/files/file-store.ts';
import { noGeocoder } from '#platform/geocoder/geocoder.ts';
import { newId } from '#platform/ids/ids.ts';
import { createLog } from '#platform/log/log.ts';
import { createOutbound } from '#platform/outbound/outbound.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import { importFromFile } from '#modules/directory/jobs/import-from-file.ts';
import type { ImportSheet } from '#modules/directory/queries/imports/import-sheet.ts';

const folder = resolve(process.argv[2] ?? '../shared/data');
const lists = [
  'actors/siae-le-marche-3853.json',
  'actors/france-services-anct-2884.csv',
  'actors/mediation-numerique-carto-nationale-687.json',
  'actors/ess-numerique-sirene-3667.csv',
  'actors/mednum-inputs/aix-en-provence-38.json',
  'actors/mednum-inputs/angers-63.json',
  'actors/mednum-inputs/corse-161.json',
  'actors/mednum-inputs/etapes-numerique-95.json',
  'actors/mednum-inputs/la-creuse-91.json',
  'gogocarto/transiscope-niort-100.json',
  'gogocarto/gogocartojs-elements.json',
  'gogocarto/gogocartojs-elements-geojson.json',
];

const work = await mkdtemp(join(tmpdir(), 'essaim-report-'));
const { server, stop } = await startTestServer(join(work, 'server'));
const name = `report_${randomBytes(5).toString('hex')}`;
const admin = new pg.Client(server);
await admin.connect();
await admin.query(`create database ${name}`);
const connection = { ...server, database: name };
await migrate(connection, 'migrations');
const databases = openDatabases(connection);
const ports = {
  files: createFileStore(`file://${join(work, 'files')}`),
  outbound: createOutbound({ userAgent: 'Essaim/report' }),
  geocoder: noGeocoder,
};

async function newHub(): Promise<Context> {
  const hubId = newId();
  await databases.pool.query('insert into hubs (id, slug) values ($1, $2)', [hubId, `pole-${hubId}`]);
  return {
    hubId,
    actor: { personId: newId(), accountId: newId(), name: 'Rapport', roles: new Set(['employee']) },
    db: databases.forHub(hubId),
    clock: systemClock,
    zone: 'Europe/Paris',
    newId,
    requestId: 'report',
    log: createLog('silent'),
    react: async () => {},
    hear: () => {},
    enqueueIn: () => async () => {},
  };
}

async function points(ctx: Context): Promise<{ exact: number; approximate: number; none: number }> {
  const { rows } = await ctx.db.execute<{ exact: number; approximate: number; none: number }>(sql`select
      count(*) filter (where l.lon is not null and not l.is_approximate)::int as exact,
      count(*) filter (where l.is_approximate)::int as approximate, count(*) filter (where l.lon is null)::int as none
    from organizations o left join organization_locations l on l.organization_id = o.id and l.position = 0`);
  return rows[0] ?? { exact: 0, approximate: 0, none: 0 };
}

/** Rows whose list gives a point, as the file says it: what « the right number of points » means. */
const cells = (...values: (string | number)[]) => `| ${values.join(' | ')} |`;

function line(
  list: string,
  first: ImportSheet,
  second: ImportSheet,
  seconds: number,
  where: Awaited<ReturnType<typeof points>>,
): string {
  const { counts, total } = first;
  return cells(
    list.split('/').at(-1) ?? list,
    total,
    counts.added ?? 0,
    counts.merged ?? 0,
    (counts.duplicate ?? 0) - (counts.merged ?? 0),
    (counts.rejected ?? 0) + (counts.failed ?? 0),
    counts.doubtful ?? 0,
    where.exact,
    where.approximate,
    where.none,
    seconds.toFixed(1),
    `${second.counts.added ?? 0} / ${second.counts.updated ?? 0}`,
  );
}

const heads = [
  'list',
  'found',
  'new',
  'merged',
  'set aside as look-alikes',
  'rejected',
  'rows with a doubtful value',
  'points',
  'approximate',
  'no point',
  'seconds',
  'second run: new / changed',
];
console.log(cells(...heads));
console.log(cells(...heads.map(() => '---')));
const together = await newHub();
try {
  for (const list of lists) {
    const path = join(folder, list);
    if (!(await stat(path).catch(() => null))) {
      console.log(cells(list, 'absent'));
      continue;
    }
    const alone = await newHub();
    const startedAt = performance.now();
    const first = await importFromFile(alone, ports, { path });
    const seconds = (performance.now() - startedAt) / 1000;
    const where = await points(alone);
    const second = await importFromFile(alone, ports, { path });
    console.log(line(list, first, second, seconds, where));
    await importFromFile(together, ports, { path });
  }
  const { rows } = await together.db.execute<{ count: number }>(sql`select count(*)::int as count from organizations`);
  console.log(`\nAll lists in one hub: ${rows[0]?.count ?? 0} sheets.`);
  console.log(await bulk());
} finally {
  await databases.close();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
  await stop();
  ports.files.close();
  await rm(work, { recursive: true, force: true });
}

/** Ten thousand rows made of the largest list, to compare with the bar. */
async function bulk(): Promise<string> {
  const source = await readFile(join(folder, 'actors/siae-le-marche-3853.json'), 'utf8').catch(() => null);
  if (source === null) return '';
  const rows = JSON.parse(source) as { pk: number; fields: Record<string, unknown> }[];
  const many = Array.from({ length: 10_000 }, (_, index) => {
    const row = rows[index % rows.length];
    const turn = Math.floor(index / rows.length);
    if (!row || turn === 0) return row;
    const name = `${String(row.fields['name'])} ${['', 'Nord', 'Sud'][turn]}`;
    return {
      ...row,
      pk: index + 1,
      fields: {
        ...row.fields,
        siret: '',
        phone: '',
        email: '',
        website: '',
        name,
        brand: name,
        slug: `${String(row.fields['slug'])}-${turn}`,
      },
    };
  });
  const ctx = await newHub();
  const path = join(work, 'ten-thousand.json');
  await (await import('node:fs/promises')).writeFile(path, JSON.stringify(many));
  const startedAt = performance.now();
  const done = await importFromFile(ctx, ports, { path });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  return `10,000 rows: ${seconds} s (${done.counts.added} new, ${done.counts.duplicate} look-alikes, ${done.counts.rejected} rejected); memory ${Math.round(process.memoryUsage().rss / 1e6)} MB at the end, heap ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB.`;
}
