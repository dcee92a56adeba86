#!/usr/bin/env node
/**
 * The one command of Essaim. It runs on any Node from 20 on with nothing installed: it brings what is missing (packages,
 * a recent Node, the built program), then hands over to `dist/server/main.js`.
 */
import { join } from 'node:path';
import { ensureBuild } from './launcher/build.mjs';
import { runChild } from './launcher/child.mjs';
import { ensureDependencies } from './launcher/dependencies.mjs';
import { rootFolder } from './launcher/root-folder.mjs';
import { ensureRuntime } from './launcher/runtime.mjs';
import { runToExit } from './launcher/say.mjs';

const help = `Essaim, la plateforme des pôles de l’économie sociale et solidaire

Usage : npm start
        npm run essaim -- <commande> [options]

Commandes :
  start      démarre le site ; la première fois, crée la base et un pôle de démonstration
  serve      démarre le site
  worker     démarre les tâches de fond seules
  migrate    met la base de données à jour
  demo       remplit un site vide avec un pôle de démonstration
  hub        ouvre un pôle et donne le lien de connexion de sa personne salariée
  lien       redonne un lien de connexion à qui ne peut plus entrer
  import     importe des structures depuis un fichier ou une adresse
  export     exporte les données d’un pôle
  backup     enregistre une sauvegarde complète, site ouvert ou non
  restore    remet une sauvegarde dans une installation vide
  doctor     vérifie l’installation et dit ce qui ne va pas

Pour l’aide d’une commande : npm run essaim -- <commande> --help
`;

async function main([command, ...options]) {
  if (command === undefined || ['--help', '-h', 'help', 'aide'].includes(command)) {
    process.stdout.write(help);
    return 0;
  }
  await ensureDependencies();
  const node = await ensureRuntime();
  await ensureBuild(node);
  const args = command === 'start' ? ['serve', '--start', ...options] : [command, ...options];
  // Fewer pools of the C library: 15 MB less under load.
  process.env.MALLOC_ARENA_MAX ??= '2';
  // A small nursery and a heap slow to grow keep the process under 250 MB under load; source maps would hold 35 MB for readable traces, and the
  // build keeps names anyway.
  return runChild(node, [
    '--max-semi-space-size=8',
    '--heap-growing-percent=30',
    join(rootFolder, 'dist', 'server', 'main.js'),
    ...args,
  ]);
}

await runToExit(async () => main(process.argv.slice(2)));
