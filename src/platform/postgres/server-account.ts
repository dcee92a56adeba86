import { chown, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HostError } from '#platform/host-errors/host-error.ts';

/** The unprivileged account that runs PostgreSQL when Essaim runs as root, which PostgreSQL refuses. */
export type ServerAccount = { uid: number; gid: number };

/**
 * `null` when Essaim does not run as root: the server then runs under the same account. As root, an existing cluster
 * keeps its owner, so that the same folder can be started by its owner one day and by root the next.
 */
export async function serverAccount(clusterFolder: string): Promise<ServerAccount | null> {
  const owner = await stat(clusterFolder).catch(() => null);
  if (process.getuid?.() !== 0) {
    if (owner !== null && owner.uid !== process.getuid?.()) {
      throw new HostError(`Le dossier ${clusterFolder} appartient à un autre compte que celui qui démarre Essaim.`, {
        hint: 'Démarrez Essaim avec le compte habituel, ou rendez-lui ce dossier avec la commande « chown -R ».',
      });
    }
    return null;
  }
  if (process.platform !== 'linux') {
    throw new HostError('Essaim ne peut pas démarrer PostgreSQL sous le compte root sur ce système.', {
      hint: 'Démarrez Essaim avec un compte ordinaire, ou indiquez un serveur PostgreSQL dans DATABASE_URL.',
    });
  }
  if (owner !== null && owner.uid !== 0) {
    return { uid: owner.uid, gid: owner.gid };
  }
  const account = await findUnprivilegedAccount();
  if (owner !== null) {
    await giveFolder(clusterFolder, account);
  }
  return account;
}

async function findUnprivilegedAccount(): Promise<ServerAccount> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find(([name]) => name === wanted) ?? [];
    if (uid !== undefined && gid !== undefined && uid !== '0') {
      return { uid: Number(uid), gid: Number(gid) };
    }
  }
  throw new HostError('Essaim est démarré par root, et ce système n’a pas de compte ordinaire pour PostgreSQL.', {
    hint: 'Créez un compte nommé « postgres », ou démarrez Essaim avec un compte ordinaire.',
  });
}

/** Hands a folder and all that it holds to the account. */
export async function giveFolder(folder: string, account: ServerAccount): Promise<void> {
  const inside = await readdir(folder, { recursive: true });
  for (const path of ['', ...inside]) {
    await chown(join(folder, path), account.uid, account.gid);
  }
}
