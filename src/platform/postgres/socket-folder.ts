import { createHash } from 'node:crypto';
import { lstat, mkdir, readlink, rename, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostError } from '#platform/host-errors/host-error.ts';
import { socketPort } from './connection.ts';

/** `sun_path` holds 108 bytes on Linux, 104 on macOS, with the final NUL. */
const longestSocketPath = 103;

/**
 * The folder to give clients as `host`. It is the cluster's folder, or a short link to it in the temporary folder when
 * the path does not fit in a socket address.
 */
export async function socketFolder(clusterFolder: string): Promise<string> {
  if (fits(clusterFolder)) {
    return clusterFolder;
  }
  const uid = process.getuid?.() ?? 0;
  const name = createHash('sha256').update(clusterFolder).digest('hex').slice(0, 16);
  for (const parent of [tmpdir(), '/tmp']) {
    const folder = join(parent, `essaim-${uid}`);
    const link = join(folder, name);
    if (fits(link) && (await isPrivate(folder, uid))) {
      await pointLink(link, clusterFolder);
      return link;
    }
  }
  throw new HostError(`Le chemin du dossier de données est trop long : ${clusterFolder}.`, {
    hint: 'Indiquez un dossier au chemin plus court avec ESSAIM_DATA.',
  });
}

const fits = (folder: string): boolean =>
  Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}`)) <= longestSocketPath;

/** The temporary folder is everyone's: a folder of that name counts only when it is ours and closed to others. */
async function isPrivate(folder: string, uid: number): Promise<boolean> {
  await mkdir(folder, { mode: 0o700 }).catch(() => undefined);
  const found = await lstat(folder).catch(() => null);
  return found?.isDirectory() === true && found.uid === uid && (found.mode & 0o077) === 0;
}

async function pointLink(link: string, target: string): Promise<void> {
  if ((await readlink(link).catch(() => null)) === target) {
    return;
  }
  const draft = `${link}.${process.pid}`;
  await symlink(target, draft);
  await rename(draft, link);
}
