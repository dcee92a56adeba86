import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSiteProcess } from '../../tests/support/started-site.ts';
import { seeded } from '../bench/seeded.ts';
import { hasTrace, runProgram, withOwner } from './beside.ts';
import { atMost, type Finding, type Scenario } from './scenario.ts';

/** B-2: killed while it makes its database, migrates, saves or restores: the next run completes or says what to do. */
export const killDuringWork: Scenario = {
  name: 'kill-work',
  code: 'B-2',
  title: 'kill -9 pendant la création, la migration, la sauvegarde, la restauration',
  async run(ordeal) {
    const work = await mkdtemp(join(tmpdir(), 'essaim-ordeal-'));
    const random = seeded(ordeal.seed);
    const rounds = ordeal.times(20, 2);
    const findings: Finding[] = [];
    try {
      const reference = join(work, 'reference');
      const first = await startSiteProcess({ folder: reference });
      await first.stop();
      const schema = await schemaOf(reference);

      for (const [what, args] of [
        ['premier démarrage', ['serve', '--start']],
        ['migration', ['migrate']],
      ] as const) {
        const wrong: string[] = [];
        const whole = await wholeTime(join(work, 'temps'), args);
        for (let round = 0; round < rounds; round++) {
          const folder = join(work, 'neuf');
          await runProgram(args, { ESSAIM_DATA: folder, PORT: '0' }, 50 + random.whole(whole));
          const next = await startSiteProcess({ folder }).catch((error: Error) => error.message);
          if (typeof next === 'string') wrong.push(next.slice(0, 300));
          else {
            const status = (await fetch(`${next.origin}/annuaire`)).status;
            await next.stop();
            if (status !== 200 || (await schemaOf(folder)) !== schema) wrong.push(`${status}, schema differs`);
          }
          await rm(folder, { recursive: true, force: true });
        }
        for (const line of wrong) ordeal.say(`  ${line}`);
        findings.push(atMost(`${what} tué ${rounds} fois : démarrages suivants manqués`, wrong.length, 0));
      }

      const archive = join(work, 'essaim.tar.gz');
      const site = await startSiteProcess({ folder: reference });
      const whole = (await runProgram(['backup', archive], { ESSAIM_DATA: reference })).seconds * 1000;
      let truncated = 0;
      for (let round = 0; round < rounds; round++) {
        const target = join(work, `tuee-${round}.tar.gz`);
        await runProgram(['backup', target], { ESSAIM_DATA: reference }, 50 + random.whole(whole));
        if (existsSync(target) && (await restoredInto(join(work, 'essai'), target)) !== 0) truncated += 1;
      }
      const after = await runProgram(['backup', archive], { ESSAIM_DATA: reference });
      await site.stop();
      findings.push(atMost(`sauvegarde tuée ${rounds} fois : archives tronquées laissées`, truncated, 0), {
        what: 'puis une sauvegarde entière',
        found: `code ${after.code}`,
        expected: 'code 0',
        passed: after.code === 0,
      });

      const restoring = await timed(() => restoredInto(join(work, 'temps'), archive));
      const wrong: string[] = [];
      for (let round = 0; round < rounds; round++) {
        const folder = join(work, 'neuf');
        await runProgram(['restore', archive], { ESSAIM_DATA: folder }, 50 + random.whole(restoring));
        const again = await runProgram(['restore', archive], { ESSAIM_DATA: folder });
        const refusedInWords = again.code !== 0 && !hasTrace(again.text) && again.text.trim() !== '';
        const started = await startSiteProcess({ folder }).catch(() => null);
        const status = started ? (await fetch(`${started.origin}/annuaire`)).status : null;
        await started?.stop();
        const isWhole = status === 200 && (await schemaOf(folder)) === schema;
        // Restored at last, or told why not; a site that opens is whole.
        if ((again.code !== 0 && !refusedInWords) || (started !== null && !isWhole))
          wrong.push(`${again.code} ${again.text.slice(-300)} ${status}`);
        await rm(folder, { recursive: true, force: true });
      }
      for (const line of wrong) ordeal.say(`  ${line}`);
      findings.push(atMost(`restauration tuée ${rounds} fois : ni reprise, ni expliquée`, wrong.length, 0));

      // Control: the comparison of schemas sees a missing table.
      const broken = join(work, 'casse');
      await cp(reference, broken, { recursive: true });
      await withOwner(broken, (owner) => owner.query('drop table organization_photos cascade'));
      const seen = (await schemaOf(broken)) !== schema;
      findings.push({
        what: 'contrôle : une table ôtée est vue',
        found: seen ? 'oui' : 'non',
        expected: 'oui',
        passed: seen,
      });
      return findings;
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  },
};

async function schemaOf(folder: string): Promise<string> {
  return withOwner(folder, async (owner) => {
    const { rows } = await owner.query<{
      text: string;
    }>(`select string_agg(table_name || '.' || column_name || ':' || data_type, ',' order by table_name, column_name) as text
      from information_schema.columns where table_schema = 'public'`);
    const { rows: applied } = await owner.query<{ text: string }>(
      'select string_agg(name, $1 order by name) as text from essaim_migrations',
      [','],
    );
    return `${rows[0]?.text} ${applied[0]?.text}`;
  });
}

async function wholeTime(folder: string, args: readonly string[]): Promise<number> {
  const time = await timed(async () => {
    if (args[0] === 'serve') await startSiteProcess({ folder }).then((site) => site.stop());
    else await runProgram(args, { ESSAIM_DATA: folder });
  });
  await rm(folder, { recursive: true, force: true });
  return time;
}

async function restoredInto(folder: string, archive: string): Promise<number | null> {
  const { code } = await runProgram(['restore', archive], { ESSAIM_DATA: folder });
  await rm(folder, { recursive: true, force: true });
  return code;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
