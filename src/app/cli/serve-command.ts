import type { Command } from 'commander';
import { loadConfig } from '#platform/config/load-config.ts';
import type { Config } from '#platform/config/parse-config.ts';
import { createLog } from '#platform/log/log.ts';
import { composeSite } from '../compose-site.ts';
import { openInstallation } from '../installation.ts';
import { prepareFirstVisit } from '../first-visit.ts';
import { startSite } from '../start-site.ts';
import { say } from './say.ts';

type Exit = (code: number) => void;

export function serveCommand(program: Command, exit: Exit): void {
  program
    .command('serve')
    .description('démarre le site')
    .option(
      '--start',
      'remplit une installation vide avec le pôle de démonstration, et donne un lien de première connexion',
    )
    .action(async (options: { start?: boolean }) => {
      const config = loadConfig();
      if (config.role === 'worker') return work(config, exit);
      // Somebody who types `npm start` reads sentences; a service that runs `serve` keeps its log.
      const log = createLog(options.start && config.logLevel === 'info' ? 'warn' : config.logLevel);
      const stopping = stopSignal();
      say('Démarrage de la base de données…');
      const site = await startSite(config, {
        say,
        log,
        beforeOpening: async (composed) => {
          if (options.start) await prepareFirstVisit(composed, config, say);
        },
        onFatal: (error) => {
          log.error({ error }, 'database lost');
          stopping.stop(1);
        },
      });
      welcome(config, site.port);
      exit(await stopping.asked);
      say('Arrêt du site…');
      await site.stop();
    });
}

export function workerCommand(program: Command, exit: Exit): void {
  program
    .command('worker')
    .description('démarre les tâches de fond seules (mails, importations), à côté de processus web')
    .action(async () => work(loadConfig(), exit));
}

async function work(config: Config, exit: Exit): Promise<void> {
  const log = createLog(config.logLevel);
  const stopping = stopSignal();
  const installation = await openInstallation(config, { purpose: 'worker', say, log, isSite: false });
  const composed = await composeSite(config, installation, log);
  await composed.work();
  say('Les tâches de fond tournent. Ctrl-C pour arrêter.');
  exit(await stopping.asked);
  await composed.close();
  await installation.close();
}

function welcome(config: Config, port: number): void {
  const address = config.isServedOnLoopback ? `http://localhost:${port}` : config.publicUrl;
  process.stdout.write(`\n  Le site est ouvert : ${address}\n\n`);
  say('Ctrl-C pour arrêter.');
}

/**
 * Waits for Ctrl-C, SIGTERM, or a reason of our own to stop. The terminal, npm and the launcher may each pass the same
 * Ctrl-C on: only one that comes later asks to stop at once.
 */
function stopSignal(): { asked: Promise<number>; stop: (code: number) => void } {
  const { promise, resolve } = Promise.withResolvers<number>();
  let wantedAt: number | null = null;
  const asked = (): void => {
    if (wantedAt !== null && performance.now() - wantedAt > 2_000) process.exit(130);
    wantedAt ??= performance.now();
    resolve(0);
  };
  process.on('SIGINT', asked);
  process.on('SIGTERM', asked);
  return { asked: promise, stop: resolve };
}
