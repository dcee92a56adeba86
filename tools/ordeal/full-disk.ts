import { execFileSync } from 'node:child_process';
import { mkdtemp, open, rm, statfs, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSiteProcess } from '../../tests/support/started-site.ts';
import { runProgram, withOwner } from './beside.ts';
import { enterByLink, formKey, openClient } from './client.ts';
import { atLeast, atMost, leftOut, type Finding, type Scenario } from './scenario.ts';

const megabytes = 400;

/** B-5: the disk fills while people write; pages are still read, nothing acknowledged is lost, and writing resumes. */
export const fullDisk: Scenario = {
  name: 'full-disk',
  code: 'B-5',
  title: 'disque plein',
  async run(ordeal) {
    const mount = await mkdtemp(join(tmpdir(), 'essaim-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', mount], { stdio: 'pipe' });
    } catch {
      await rm(mount, { recursive: true, force: true });
      return [leftOut('il faut pouvoir monter un disque en mémoire (root)')];
    }
    const folder = join(mount, 'donnees');
    const site = await startSiteProcess({ folder });
    try {
      const client = openClient(site.origin);
      await enterByLink(client, site.signInPath);
      const acknowledged: string[] = [];
      const statuses = new Map<number, number>();
      const write = async (name: string): Promise<number> => {
        const answer = await client
          .post('/gestion/annuaire/nouvelle', { _cle: formKey(), name, mission: 'x'.repeat(270), isAnother: 'oui' })
          .catch(() => null);
        const status = answer?.status ?? 0;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status === 303) acknowledged.push(name);
        return status;
      };
      for (let serial = 0; serial < 20; serial++) await write(`Avant ${serial}`);
      const ballast = join(mount, 'lest');
      await fill(ballast);
      let refused = 0;
      let reads = 0;
      const tries = ordeal.times(3_000, 400);
      for (let serial = 0; serial < tries && refused < 60; serial++) {
        if ((await write(`Plein ${serial}`)) !== 303) {
          refused += 1;
          // The server's own recovery takes a moment; what was read before must still be read.
          if (refused > 5 && (await client.get('/annuaire')).status === 200) reads += 1;
        }
        if (serial % 50 === 0) await fill(ballast);
      }
      const saved = await runProgram(['backup', join(mount, 'essai.tar.gz')], { ESSAIM_DATA: folder });
      await unlink(ballast);
      const resumed = await secondsUntil(async () => (await write(`Après ${Date.now()}`)) === 303);
      const present = await withOwner(folder, async (owner) => {
        const { rows } = await owner.query<{ name: string }>('select name from organizations where name = any ($1)', [
          acknowledged,
        ]);
        return new Set(rows.map(({ name }) => name));
      });
      const words = [...statuses].map(([status, count]) => `${status || 'coupé'} × ${count}`).join(', ');
      const odd = [...statuses]
        .filter(([status]) => ![303, 503, 507].includes(status))
        .reduce((sum, [, count]) => sum + count, 0);
      const findings: Finding[] = [
        { what: 'réponses aux écritures', found: words, expected: '303, 507 ou 503', passed: odd === 0 },
        atLeast('contrôle : le disque a bien manqué, écritures refusées', refused, 1),
        {
          what: 'lectures servies pendant ce temps',
          found: `${reads} sur ${Math.max(0, refused - 5)}`,
          expected: 'toutes',
          passed: reads === Math.max(0, refused - 5),
        },
        {
          what: 'sauvegarde sur le disque plein',
          found: `code ${saved.code}`,
          expected: '≠ 0',
          passed: saved.code !== 0,
        },
        atMost('reprise des écritures une fois la place rendue', resumed, 30, ' s'),
        atMost('écritures acquittées perdues', acknowledged.filter((name) => !present.has(name)).length, 0),
      ];
      return findings;
    } finally {
      await site.stop().catch(() => {});
      execFileSync('umount', ['-l', mount]);
      await rm(mount, { recursive: true, force: true });
    }
  },
};

/** Takes all the room that is left, but a few pages. */
async function fill(path: string): Promise<void> {
  const { bavail, bsize } = await statfs(join(path, '..'));
  const file = await open(path, 'a');
  const block = Buffer.alloc(64 * 1024);
  try {
    for (let left = bavail * bsize; left > 0; left -= block.length) await file.write(block);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOSPC') throw error;
  } finally {
    await file.close();
  }
}

async function secondsUntil(isSo: () => Promise<boolean>): Promise<number> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < 60_000) {
    if (await isSo().catch(() => false)) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return (performance.now() - startedAt) / 1000;
}
