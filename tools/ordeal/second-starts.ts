import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSiteProcess } from '../../tests/support/started-site.ts';
import { hasTrace, killSite, runProgram } from './beside.ts';
import { atMost, type Scenario } from './scenario.ts';

/** B-4: a second site on the same data folder is refused in plain words; what a dead one left is taken over. */
export const secondStarts: Scenario = {
  name: 'second-start',
  code: 'B-4',
  title: 'deuxième démarrage sur le même dossier',
  async run(ordeal) {
    const folder = await mkdtemp(join(tmpdir(), 'essaim-ordeal-'));
    let site = await startSiteProcess({ folder });
    try {
      const starts = ordeal.times(100, 4);
      const wrong: string[] = [];
      for (let start = 0; start < starts; start += 4) {
        const said = await Promise.all(
          Array.from({ length: Math.min(4, starts - start) }, () =>
            runProgram(['serve'], { ESSAIM_DATA: folder, PORT: '0' }),
          ),
        );
        for (const { code, text } of said)
          if (code === 0 || code === null || hasTrace(text) || text.trim() === '')
            wrong.push(`${code} ${text.slice(0, 200)}`);
      }
      const stillServes = (await fetch(`${site.origin}/annuaire`)).status;
      const takenPort = await runProgram(['serve'], {
        ESSAIM_DATA: join(folder, 'autre'),
        PORT: new URL(site.origin).port,
      });
      let notTaken = 0;
      const stale = ordeal.times(20, 2);
      for (let turn = 0; turn < stale; turn++) {
        await killSite(site, turn % 2 === 0 ? 'both' : 'application');
        site = await startSiteProcess({ folder });
        if ((await fetch(`${site.origin}/annuaire`)).status !== 200) notTaken += 1;
      }
      // Control: on a folder of its own the same command does start, so a refusal says something.
      const alone = await startSiteProcess({ args: ['serve'] });
      await alone.stop();
      return [
        {
          what: `${starts} deuxièmes démarrages refusés en clair`,
          found: `${starts - wrong.length}`,
          expected: String(starts),
          passed: wrong.length === 0,
        },
        {
          what: 'le premier site sert toujours',
          found: String(stillServes),
          expected: '200',
          passed: stillServes === 200,
        },
        {
          what: 'port pris : refusé en clair',
          found: `code ${takenPort.code}`,
          expected: '≠ 0, sans trace',
          passed: takenPort.code !== 0 && !hasTrace(takenPort.text),
        },
        atMost(`${stale} verrous laissés par un mort, non repris`, notTaken, 0),
        { what: 'contrôle : un dossier à part démarre', found: 'oui', expected: 'oui', passed: true },
      ];
    } finally {
      await site.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
