import { statfs } from 'node:fs/promises';
import type { Command } from 'commander';
import { loadConfig } from '#platform/config/load-config.ts';
import { explainHostError } from '#platform/host-errors/explain-host-error.ts';
import { formatBytes, formatNumber } from '#platform/french/index.ts';
import type { Installation } from '../installation.ts';
import { createMailTransport } from '#platform/mail/mail-transport.ts';
import { openDnsText } from '#platform/outbound/dns-text.ts';
import { openFiles } from '../open-ports.ts';
import { examineMail, type Finding } from './examine-mail.ts';
import { withInstallation } from './with-site.ts';

const littleRoom = 500_000_000;

export function doctorCommand(program: Command, exit: (code: number) => void): void {
  program
    .command('doctor')
    .description('vérifie l’installation et dit en mots simples ce qui ne va pas')
    .action(async () => {
      const findings = await examine();
      for (const { isWell, text } of findings) process.stdout.write(`  ${isWell ? '✓' : '✗'} ${text}\n`);
      const wrong = findings.filter((finding) => !finding.isWell).length;
      process.stdout.write(
        wrong === 0
          ? '\n  Tout va bien.\n'
          : `\n  ${wrong === 1 ? 'Un point est' : `${wrong} points sont`} à revoir.\n`,
      );
      exit(wrong === 0 ? 0 : 1);
    });
}

async function examine(): Promise<Finding[]> {
  const config = await attempt('Réglages', async () => loadConfig());
  if (!config.value) return [config.finding];
  const findings = [config.finding];
  const settings = config.value;
  findings.push((await attempt('Place sur le disque', async () => roomIn(settings.dataFolder))).finding);
  const database = await attempt('Base de données', () =>
    withInstallation('doctor', async (installation) => describe(installation)),
  );
  findings.push(database.finding);
  if (database.value) findings.push(...database.value.more);
  const files = openFiles(settings);
  const complaint = await files.doctor();
  files.close();
  findings.push({ isWell: complaint === null, text: complaint ?? 'Fichiers : on peut écrire et relire.' });
  return [...findings, ...(await examineMail(settings, { verify: verifyServer, dnsText: openDnsText() }))];
}

/** What the mail server says when one signs in, without sending anything. */
async function verifyServer(smtpUrl: string): Promise<string | null> {
  const transport = createMailTransport(smtpUrl, { connections: 1, timeoutMs: 8_000 });
  try {
    return await transport.verify();
  } finally {
    transport.close();
  }
}

async function attempt<Value>(what: string, work: () => Promise<Value>): Promise<{ finding: Finding; value?: Value }> {
  try {
    const value = await work();
    const detail = typeof value === 'string' ? value : (value as { summary?: string } | undefined)?.summary;
    return { finding: { isWell: true, text: detail ? `${what} : ${detail}` : `${what} : bien.` }, value };
  } catch (error) {
    const lines = explainHostError(error) ?? [error instanceof Error ? error.message : String(error)];
    return { finding: { isWell: false, text: `${what} : ${lines.join(' ')}` } };
  }
}

async function roomIn(folder: string): Promise<string> {
  const { bavail, bsize } = await statfs(folder).catch(() => statfs('.'));
  const room = bavail * bsize;
  if (room < littleRoom) throw new Error(`il ne reste que ${formatBytes(room)}. Libérez de la place.`);
  return `${formatBytes(room)} libres.`;
}

async function describe({ databases }: Installation): Promise<{ summary: string; more: Finding[] }> {
  const { rows } = await databases.pool.query<{ version: string; hubs: number; size: string }>(`
    select current_setting('server_version') as version, (select count(*)::int from hubs where closed_at is null) as hubs,
      pg_database_size(current_database())::text as size`);
  const { rows: jobs } = await databases.pool.query<{ failed: number }>(
    `select count(*)::int as failed from pgboss.job where state = 'failed' and completed_on > now() - interval '7 days'`,
  );
  const failed = jobs[0]?.failed ?? 0;
  return {
    summary: `PostgreSQL ${rows[0]?.version ?? '?'}, ${formatNumber(rows[0]?.hubs ?? 0)} pôles, ${formatBytes(Number(rows[0]?.size ?? 0))}.`,
    more: [
      failed === 0
        ? { isWell: true, text: 'Tâches de fond : aucune n’a échoué cette semaine.' }
        : {
            isWell: false,
            text: `Tâches de fond : ${formatNumber(failed)} ont échoué cette semaine ; voyez le journal du serveur.`,
          },
    ],
  };
}
