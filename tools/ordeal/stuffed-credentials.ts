import { startSiteProcess } from '../../tests/support/started-site.ts';
import { percentile } from '../bench/result.ts';
import { seeded } from '../bench/seeded.ts';
import { enterByLink, openClient } from './client.ts';
import { atLeast, atMost, type Scenario } from './scenario.ts';

const inQuarterOfHour = 10;

/** B-24: thousands of tries meet a wall whatever they claim to be; a mail scanner leaves the link good; nothing tells who has an account. */
export const stuffedCredentials: Scenario = {
  name: 'credentials',
  code: 'B-24',
  title: 'essais de mots de passe en masse, robots de messagerie',
  async run(ordeal) {
    const random = seeded(ordeal.seed);
    const site = await startSiteProcess();
    try {
      const scanner = openClient(site.origin);
      const scans = [];
      for (let turn = 0; turn < 20; turn++)
        scans.push(
          (await scanner.get(site.signInPath ?? '', turn % 2 ? { 'user-agent': 'BarracudaLinkProtect' } : {})).status,
        );
      const head = await fetch(site.origin + (site.signInPath ?? ''), { method: 'HEAD' });
      const person = openClient(site.origin);
      const stillGood = await enterByLink(person, site.signInPath).then(
        () => true,
        () => false,
      );
      const again = await openClient(site.origin).post(site.signInPath ?? '', { _cle: '' });

      const stranger = openClient(site.origin);
      const tries = ordeal.times(10_000, 200);
      let examined = 0;
      let broken = 0;
      const lines = 8;
      await Promise.all(
        Array.from({ length: lines }, async () => {
          for (let turn = 0; turn < tries / lines; turn++) {
            const fields = {
              email: random.chance(0.5) ? 'camille@pole.test' : `inconnu${random.whole(1e6)}@pole.test`,
              password: `motdepasse${random.whole(1e6)}`,
            };
            // Each pretends to come from elsewhere: nobody said that this proxy is ours.
            const { status } = await stranger.post('/connexion/mot-de-passe', fields, {
              'x-forwarded-for': `203.0.113.${random.whole(255)}`,
              'x-real-ip': `198.51.100.${random.whole(255)}`,
              forwarded: `for=192.0.2.${random.whole(255)}`,
            });
            if (status >= 500) broken += 1;
            else if (status !== 429) examined += 1;
          }
        }),
      );
      const pages = [];
      for (let turn = 0; turn < 50; turn++) pages.push(await stranger.get('/annuaire'));
      return [
        {
          what: 'robot : 20 lectures du lien, puis la personne entre',
          found: `${[...new Set(scans)].join(' ')} ; HEAD ${head.status} ; ${stillGood ? 'entrée' : 'refusée'}`,
          expected: 'entrée',
          passed: stillGood && scans.every((status) => status === 200),
        },
        { what: 'le lien déjà servi', found: String(again.status), expected: '410', passed: again.status === 410 },
        atMost(`${tries} essais : examinés avant le mur`, examined, inQuarterOfHour),
        atLeast('contrôle : les premiers essais sont bien examinés', examined, 1),
        atMost('réponses 5xx', broken, 0),
        {
          what: 'pages publiques pendant le mur',
          found: `${pages.filter(({ status }) => status === 200).length} sur ${pages.length}, p95 ${percentile(
            pages.map(({ ms }) => ms),
            0.95,
          ).toFixed(0)} ms`,
          expected: 'toutes',
          passed: pages.every(({ status }) => status === 200),
        },
      ];
    } finally {
      await site.stop();
    }
  },
};
