import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { HostError } from '#platform/host-errors/host-error.ts';
import { chosenHub } from './chosen-hub.ts';
import { withSite } from './with-site.ts';

const exportPaths = {
  csv: '/annuaire.csv',
  xlsx: '/annuaire.xlsx',
  geojson: '/annuaire.geojson',
  gogocarto: '/api/elements.json',
  pair: '/annuaire.jsonld',
};
type ExportFormat = keyof typeof exportPaths;

export function exportCommand(program: Command): void {
  program
    .command('export')
    .description('écrit l’annuaire public d’un pôle dans un fichier')
    .argument('<fichier>', 'fichier à écrire')
    .option('--format <format>', `un de : ${Object.keys(exportPaths).join(', ')}`, 'csv')
    .option('--pole <mot>', 'nom du pôle dans les adresses, quand il y en a plusieurs')
    .action(async (file: string, options: { format: string; pole?: string }) => {
      if (!isFormat(options.format))
        throw new HostError(
          `Le format « ${options.format} » n’existe pas : choisissez ${Object.keys(exportPaths).join(', ')}.`,
        );
      const path = exportPaths[options.format];
      await withSite('export', async (site) => {
        const { slug } = await chosenHub(site, options.pole);
        const host = `${slug}.localhost`;
        const response = await site.app.request(`http://${host}${path}`, { headers: { host } });
        if (!response.ok || !response.body)
          throw new HostError(`L’annuaire n’a pas pu être lu (réponse ${response.status}).`);
        await pipeline(Readable.fromWeb(response.body as never), createWriteStream(resolve(file)));
        process.stdout.write(`${resolve(file)}\n`);
      });
    });
}

function isFormat(text: string): text is ExportFormat {
  return Object.hasOwn(exportPaths, text);
}
