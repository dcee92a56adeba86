import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { startSiteProcess } from '../../tests/support/started-site.ts';
import { emptyQueue, freeEvent, standing } from '../bench/registration-event.ts';
import { seeded } from '../bench/seeded.ts';
import { killSite, withOwner } from './beside.ts';
import { formKey, openClient, type Client } from './client.ts';
import { atMost, type Finding, type Scenario } from './scenario.ts';

const crowd = 200;
const seats = 40;
const writers = 6;

interface Sent {
  key: string;
  email: string;
}

/** B-7 and its kill: crowds for the last seat, then registrations while the application is killed again and again. */
export const crowdedRegistrations: Scenario = {
  name: 'registrations',
  code: 'B-7',
  title: 'foules pour la dernière place, et kill -9 pendant des inscriptions',
  async run(ordeal) {
    const folder = await mkdtemp(join(tmpdir(), 'essaim-ordeal-'));
    const random = seeded(ordeal.seed);
    const environment = { TRUSTED_PROXIES: '127.0.0.1,::1' };
    let site = await startSiteProcess({ folder, environment });
    try {
      const slug = await withOwner(folder, freeEvent);
      const client = openClient(site.origin);
      const rounds = ordeal.times(50, 2);
      let wrong = 0;
      for (let round = 0; round < rounds; round += 1) {
        await withOwner(folder, (owner) => emptyQueue(owner, slug, 1));
        const all = Array.from({ length: crowd }, (_, index) => newSent(`${round}-${index}`));
        await Promise.all(all.map((one, index) => send(client, slug, one, `10.3.${index}.1`)));
        const { confirmed, waiting, ranks } = await withOwner(folder, (owner) => standing(owner, slug));
        if (confirmed !== 1 || waiting !== crowd - 1 || ranks !== crowd) wrong += 1;
      }

      await withOwner(folder, (owner) => emptyQueue(owner, slug, seats));
      const acknowledged: Sent[] = [];
      const unsure: Sent[] = [];
      const kills = ordeal.times(20, 2);
      let serial = 0;
      for (let kill = 0; kill < kills; kill += 1) {
        let isOver = false;
        const writing = Array.from({ length: writers }, async (_, writer) => {
          while (!isOver) {
            const one = unsure.pop() ?? newSent(`tuee-${(serial += 1)}`);
            const isDone = await send(client, slug, one, `10.4.${writer}.${serial % 250}`);
            (isDone ? acknowledged : unsure).push(one);
          }
        });
        await sleep(400 + random.whole(1200));
        await killSite(site, random.one(['application', 'application', 'both']));
        isOver = true;
        await Promise.all(writing);
        site = await startSiteProcess({ folder, environment });
        client.moveTo(site.origin);
      }
      for (const one of unsure.splice(0)) if (await send(client, slug, one, '10.5.1.1')) acknowledged.push(one);
      return [
        atMost(`${rounds} foules de ${crowd} pour une place : résultats inexacts`, wrong, 0),
        ...(await withOwner(folder, (owner) => judge(owner, slug, acknowledged, kills))),
      ];
    } finally {
      await site.stop().catch(() => {});
      await rm(folder, { recursive: true, force: true });
    }
  },
};

const newSent = (name: string): Sent => ({ key: formKey(), email: `${name}@epreuve.example` });

async function send(client: Client, slug: string, { key, email }: Sent, address: string): Promise<boolean> {
  try {
    const fields = { _cle: key, 'p0-name': 'Personne Éprouvée', 'p0-email': email };
    const answer = await client.post(`/agenda/${slug}/inscription`, fields, { 'x-forwarded-for': address });
    return answer.status === 303;
  } catch {
    return false;
  }
}

async function judge(owner: pg.Client, slug: string, acknowledged: readonly Sent[], kills: number): Promise<Finding[]> {
  const before = await faults(owner, acknowledged);
  const { confirmed } = await standing(owner, slug);
  // Control: the oracle sees a registration taken away, and a letter sent twice.
  const [first] = acknowledged;
  await owner.query('delete from registrations where email = $1', [first?.email]);
  await owner.query(
    `insert into mail_messages (hub_id, id, kind, recipient, subject, body, created_at)
     select hub_id, gen_random_uuid(), kind, recipient, subject, body, created_at from mail_messages where recipient = $1`,
    [acknowledged.at(-1)?.email],
  );
  const after = await faults(owner, acknowledged);
  const isSeen = after.lost > before.lost && after.twice > before.twice;
  return [
    atMost(`${acknowledged.length} inscriptions acquittées, ${kills} arrêts : perdues`, before.lost, 0),
    atMost('inscrites deux fois', before.doubled, 0),
    atMost('prévenues deux fois, ou jamais', before.twice, 0),
    atMost('places données au-delà', Math.max(0, confirmed - seats), 0),
    {
      what: 'contrôle : une perte et un doublon sont vus',
      found: isSeen ? 'oui' : 'non',
      expected: 'oui',
      passed: isSeen,
    },
  ];
}

async function faults(owner: pg.Client, acknowledged: readonly Sent[]) {
  const emails = acknowledged.map(({ email }) => email);
  const counts = async (query: string) => {
    const { rows } = await owner.query<{ email: string; count: number }>(query, [emails]);
    return new Map(rows.map(({ email, count }) => [email, count]));
  };
  const rows = await counts(
    'select email, count(*)::int as count from registrations where email = any ($1::text[]) group by 1',
  );
  const letters = await counts(
    `select recipient as email, count(*)::int as count from mail_messages
     where recipient = any ($1::text[]) and kind in ('registration.confirmed', 'registration.waiting') group by 1`,
  );
  return {
    lost: emails.filter((email) => !rows.has(email)).length,
    doubled: emails.filter((email) => (rows.get(email) ?? 0) > 1).length,
    twice: emails.filter((email) => (letters.get(email) ?? 0) !== 1).length,
  };
}
