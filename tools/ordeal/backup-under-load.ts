import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { startSiteProcess } from '../../tests/support/started-site.ts';
import { runProgram, withOwner } from './beside.ts';
import { enterByLink, formKey, openClient } from './client.ts';
import { atLeast, atMost, type Scenario } from './scenario.ts';

/** B-16: a backup made under load is consistent, and one made at rest is restored row for row into an empty installation. */
export const backupUnderLoad: Scenario = {
  name: 'backup',
  code: 'B-16',
  title: 'sauvegarde sous charge, restauration ailleurs, comparaison',
  async run(ordeal) {
    const work = await mkdtemp(join(tmpdir(), 'essaim-ordeal-'));
    const folder = join(work, 'source');
    const site = await startSiteProcess({ folder });
    try {
      const client = openClient(site.origin);
      await enterByLink(client, site.signInPath);
      let isOver = false;
      let written = 0;
      const writing = Array.from({ length: 4 }, async (_, index) => {
        for (let turn = 0; !isOver; turn++) {
          const answer = await client.post('/gestion/annuaire/nouvelle', {
            _cle: formKey(),
            name: `Charge ${index}-${turn}`,
            town: 'Guichen (35580)',
            isAnother: 'oui',
          });
          if (answer.status === 303) written += 1;
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const saved: { code: number | null; seconds: number }[] = [];
      const archives = Array.from({ length: ordeal.times(5, 1) }, (_, index) => join(work, `charge-${index}.tar.gz`));
      for (const archive of archives) saved.push(await runProgram(['backup', archive], { ESSAIM_DATA: folder }));
      isOver = true;
      await Promise.all(writing);
      let halves = 0;
      let notRestored = 0;
      for (const [index, archive] of archives.entries()) {
        const target = join(work, `retour-${index}`);
        const restored = await runProgram(['restore', archive], { ESSAIM_DATA: target });
        if (restored.code !== 0) notRestored += 1;
        else halves += await withOwner(target, halfDone);
      }
      await site.stop();
      const quiet = join(work, 'repos.tar.gz');
      await runProgram(['backup', quiet], { ESSAIM_DATA: folder });
      const target = join(work, 'copie');
      const restoring = await runProgram(['restore', quiet], { ESSAIM_DATA: target });
      const before = await withOwner(folder, contentOf);
      const after = await withOwner(target, contentOf);
      const different = [...before].filter(([table, sum]) => after.get(table) !== sum).map(([table]) => table);
      const opened = await startSiteProcess({ folder: target });
      const status = (await fetch(`${opened.origin}/annuaire`)).status;
      await opened.stop();
      await withOwner(target, (owner) =>
        owner.query(
          `update organizations set mission = mission || '.' where id = (select id from organizations limit 1)`,
        ),
      );
      const control = await withOwner(target, contentOf);
      return [
        {
          what: 'sauvegardes sous charge',
          found: `${saved.filter(({ code }) => code === 0).length} sur ${saved.length}, ${written} écritures pendant ce temps, ${Math.max(...saved.map(({ seconds }) => seconds)).toFixed(1)} s au pire`,
          expected: 'toutes',
          passed: saved.every(({ code }) => code === 0) && written > 0,
        },
        atMost('archives sous charge non restaurées', notRestored, 0),
        atMost('fiches à moitié faites dans ces archives', halves, 0),
        {
          what: 'tables différentes après restauration au repos',
          found: different.join(', ') || 'aucune',
          expected: 'aucune',
          passed: different.length === 0 && before.size > 10,
        },
        atMost('durée de la restauration', restoring.seconds, 300, ' s'),
        { what: 'le site restauré répond', found: String(status), expected: '200', passed: status === 200 },
        atLeast(
          'contrôle : un mot changé se voit',
          [...before].filter(([table, sum]) => control.get(table) !== sum).length,
          1,
        ),
      ];
    } finally {
      if (site.process.exitCode === null) await site.stop();
      await rm(work, { recursive: true, force: true });
    }
  },
};

/** Fingerprints of the tables whose content a restore promises, by name. */
async function contentOf(owner: pg.Client): Promise<Map<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const sums = new Map<string, string>();
  for (const { name } of tables) {
    // What a restore leaves out on purpose: counts of tries, and letters that must not leave twice.
    if (['rate_limits', 'mail_messages', 'essaim_migrations'].includes(name)) continue;
    const { rows } = await owner.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from "${name}" t`,
    );
    sums.set(name, rows[0]?.sum ?? '');
  }
  return sums;
}

async function halfDone(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(`select count(*)::int as count from organizations o where not (
    exists (select from organization_slugs s where s.hub_id = o.hub_id and s.organization_id = o.id)
    and exists (select from organization_versions v where v.hub_id = o.hub_id and v.organization_id = o.id)
    and exists (select from search_entries e where e.hub_id = o.hub_id and e.subject_id = o.id))`);
  return rows[0]?.count ?? 0;
}
