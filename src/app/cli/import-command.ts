import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ImportRefused, importFromFile } from '#modules/directory/index.ts';
import { formatNumber } from '#platform/french/index.ts';
import { HostError } from '#platform/host-errors/host-error.ts';
import { operatorOfMachine } from '../machine-actor.ts';
import { chosenHub } from './chosen-hub.ts';
import { say } from './say.ts';
import { withSite } from './with-site.ts';

export function importCommand(program: Command): void {
  program
    .command('import')
    .description('importe des structures dans l’annuaire d’un pôle, depuis un fichier ou une adresse')
    .argument('<source>', 'fichier (CSV, XLSX, ODS, JSON, GeoJSON) ou adresse https://…')
    .option(
      '--nom <nom>',
      'nom de la source (le nom du fichier sinon) : refaite sous le même nom, l’importation met à jour',
    )
    .option('--pole <mot>', 'nom du pôle dans les adresses, quand il y en a plusieurs')
    .option('--essai', 'dit ce qui serait fait, sans rien écrire')
    .action(async (source: string, options: { nom?: string; pole?: string; essai?: boolean }) => {
      await withSite('import', async (site) => {
        const { id } = await chosenHub(site, options.pole);
        const ctx = await site.contextOf(id, operatorOfMachine);
        const place = /^https?:\/\//.test(source) ? { url: source } : { path: await readableFile(source) };
        const file = { ...place, ...(options.nom ? { source: options.nom } : {}), isDryRun: options.essai ?? false };
        const done = await importFromFile(ctx, site.ports, file).catch((error: unknown) => {
          if (error instanceof ImportRefused) throw new HostError(error.message);
          throw error;
        });
        const count = (label: string, value: number | undefined): string => `${label} : ${formatNumber(value ?? 0)}`;
        const { counts } = done;
        say(`${formatNumber(done.total)} lignes lues dans « ${done.source} ».`);
        say(
          [
            count('nouvelles', counts.new),
            count('modifiées', counts.changed),
            count('inchangées', counts.unchanged),
            count('doublons', counts.duplicate),
            count('refusées', counts.rejected),
          ].join(' ; '),
        );
      });
    });
}

async function readableFile(source: string): Promise<string> {
  const path = resolve(source);
  await access(path).catch(() => {
    throw new HostError(`Le fichier ${path} n’existe pas ou ne peut pas être lu.`);
  });
  return path;
}
