import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ArchiveRefused } from '#platform/archive/archive-refused.ts';
import { formatBytes, formatNumber } from '#platform/french/index.ts';
import { HostError } from '#platform/host-errors/host-error.ts';
import { backUp } from '../backup/backup.ts';
import { restore } from '../backup/restore.ts';
import { bringUpToDate } from '../installation.ts';
import { openFiles } from '../open-ports.ts';
import { version } from '../version.ts';
import { say } from './say.ts';
import { withInstallation } from './with-site.ts';

export function backupCommand(program: Command): void {
  program
    .command('backup')
    .description('enregistre toutes les données et tous les fichiers dans une archive, pendant que le site tourne')
    .argument('[fichier]', 'archive à écrire', `essaim-${Temporal.Now.plainDateISO().toString()}.tar.gz`)
    .action(async (file: string) => {
      await withInstallation('backup', async ({ owner }, config) => {
        const files = openFiles(config);
        const path = resolve(file);
        const now = Temporal.Now.instant();
        const summary = await backUp({ owner, files, path, appVersion: version, now }).finally(() => files.close());
        say(
          `Sauvegarde terminée : ${formatNumber(summary.tables)} tables, ${formatNumber(summary.files)} fichiers, ${formatBytes(summary.bytes)}.`,
        );
        process.stdout.write(`${path}\n`);
      });
    });
}

export function restoreCommand(program: Command): void {
  program
    .command('restore')
    .description('remet une sauvegarde dans une installation vide, et la vérifie')
    .argument('<fichier>', 'archive à lire')
    .action(async (file: string) => {
      await withInstallation(
        'restore',
        async ({ owner }, config) => {
          const path = resolve(file);
          await access(path).catch(() => {
            throw new HostError(`Le fichier ${path} n’existe pas ou ne peut pas être lu.`);
          });
          const files = openFiles(config);
          const summary = await restore({ owner, files, path, bringUpToDate: () => bringUpToDate(owner, say), say })
            .catch((error: unknown) => {
              if (error instanceof ArchiveRefused) throw new HostError(error.message);
              throw error;
            })
            .finally(() => files.close());
          say(
            `Sauvegarde restaurée et vérifiée : ${formatNumber(summary.hubs)} pôles, ${formatNumber(summary.tables)} tables, ${formatNumber(summary.files)} fichiers.`,
          );
        },
        { withoutMigrations: true },
      );
    });
}
