import { constants } from 'node:fs';
import { access, chmod, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { HostError } from '#platform/host-errors/host-error.ts';
import type { ServerAccount } from './server-account.ts';

/** The major version of the programs in package.json; a cluster opens with the same one only. */
const supportedVersion = '18';

export const clusterFolderIn = (dataFolder: string): string => join(dataFolder, 'postgres');
export const passwordFileIn = (clusterFolder: string): string => join(clusterFolder, 'essaim.password');

/** Prefix of the folders in which a cluster is being made, beside its final place. */
export const draftPrefix = (clusterFolder: string): string => `${clusterFolder}.en-cours-`;

/**
 * How the server names its folder. Under another account than ours the folder may lie below one that this account can
 * not enter (`/root`). The child starts in the folder, for libuv changes directory before it drops root, and Linux
 * follows `/proc/self/cwd` without walking the path.
 */
export const folderSeenByServer = (folder: string, account: ServerAccount | null): string =>
  account === null ? folder : '/proc/self/cwd';

/** Makes the data folder when it is absent, and makes sure that this account may write in it. */
export async function prepareDataFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() === false) {
    throw new HostError(`${folder} est un fichier : il faut un dossier pour les données.`, {
      hint: 'Indiquez un dossier avec ESSAIM_DATA.',
    });
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await access(folder, constants.W_OK | constants.X_OK);
}

export async function hasCluster(clusterFolder: string): Promise<boolean> {
  return access(join(clusterFolder, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

export async function readPassword(clusterFolder: string): Promise<string> {
  const file = passwordFileIn(clusterFolder);
  const password = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new HostError(`Le mot de passe de la base de données n’a pas pu être lu dans ${file}.`, {
      hint: 'Remettez ce fichier depuis une copie du dossier, ou restaurez une sauvegarde dans un dossier vide.',
      cause,
    });
  });
  return password.trim();
}

/** Refuses a cluster of another major version, and closes a folder that a copy has left open to other accounts. */
export async function checkCluster(clusterFolder: string): Promise<void> {
  const version = (await readFile(join(clusterFolder, 'PG_VERSION'), 'utf8')).trim();
  if (version !== supportedVersion) {
    throw new HostError(
      `Le dossier ${clusterFolder} a été créé par PostgreSQL ${version} ; cette version d’Essaim utilise PostgreSQL ${supportedVersion}.`,
      {
        hint: 'Faites une sauvegarde avec la version d’Essaim qui a créé ce dossier, puis restaurez-la dans un dossier vide avec celle-ci.',
      },
    );
  }
  if (((await stat(clusterFolder)).mode & 0o077) !== 0) {
    await chmod(clusterFolder, 0o700);
  }
}

/** Removes what a first start that was cut short has left beside the cluster. */
export async function removeDrafts(clusterFolder: string): Promise<void> {
  const parent = dirname(clusterFolder);
  const prefix = basename(draftPrefix(clusterFolder));
  for (const name of await readdir(parent)) {
    if (name.startsWith(prefix)) {
      await rm(join(parent, name), { recursive: true, force: true, maxRetries: 5 });
    }
  }
}
