import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { ownerRole } from './connection.ts';
import type { ServerAccount } from './server-account.ts';
import { draftPrefix, folderSeenByServer, passwordFileIn } from './server-folder.ts';
import type { ServerPrograms } from './server-programs.ts';
import { explainServerFailure } from './server-failure.ts';

type Cluster = { clusterFolder: string; programs: ServerPrograms; account: ServerAccount | null };

/**
 * Character classes of the operating system, which trigrams and full text read (`C` alone takes « é » for a separator).
 * Sorting comes from PostgreSQL's own C.UTF-8, the same on every system.
 */
const characterClasses = ['C.UTF-8', 'en_US.UTF-8', 'fr_FR.UTF-8', 'C'];

/**
 * Makes a PostgreSQL cluster with a random password for its owner. The folder gets its name when everything is on
 * disk, so a process killed on the way leaves a draft to throw away, never half a cluster.
 */
export async function createCluster({ clusterFolder, programs, account }: Cluster): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  const draft = await mkdtemp(draftPrefix(clusterFolder));
  const passwordFile = `${draft}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account !== null) {
    await chown(draft, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  await initialise({ folder: draft, passwordFile, programs, account });
  await rename(passwordFile, passwordFileIn(draft));
  await syncFolder(draft);
  await rename(draft, clusterFolder);
  await syncFolder(dirname(clusterFolder));
}

type Draft = { folder: string; passwordFile: string; programs: ServerPrograms; account: ServerAccount | null };

async function initialise(draft: Draft): Promise<void> {
  let output = '';
  for (const characterClass of characterClasses) {
    const result = await runInitdb(draft, characterClass);
    if (result.isDone) {
      return;
    }
    output = result.output;
    if (!output.includes('invalid locale name')) {
      break;
    }
  }
  await rm(draft.folder, { recursive: true, force: true });
  await rm(draft.passwordFile, { force: true });
  throw explainServerFailure('PostgreSQL n’a pas pu créer la base de données.', output);
}

async function runInitdb(draft: Draft, characterClass: string): Promise<{ isDone: boolean; output: string }> {
  const { folder, passwordFile, programs, account } = draft;
  const password = await open(passwordFile, 'r');
  try {
    const initdb = spawn(
      programs.initdb,
      [
        `--pgdata=${folderSeenByServer(folder, account)}`,
        // The account that runs initdb can not walk to the file either: it reads the copy of it that is open as fd 3.
        `--pwfile=${account === null ? passwordFile : '/proc/self/fd/3'}`,
        `--username=${ownerRole}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        `--lc-ctype=${characterClass}`,
        '--text-search-config=french',
        '--data-checksums',
        // Segments of 4 MB instead of 16: a young hub then fits in some forty megabytes.
        '--wal-segsize=4',
        '--no-instructions',
      ],
      {
        cwd: folder,
        ...account,
        env: { TZ: 'UTC', LC_ALL: 'C' },
        stdio: ['ignore', 'pipe', 'pipe', password.fd],
      },
    );
    const closed = Promise.withResolvers<number | null>();
    initdb.once('error', closed.reject);
    initdb.once('close', closed.resolve);
    const [code, , output] = await Promise.all([closed.promise, drain(initdb.stdout), drain(initdb.stderr)]);
    return { isDone: code === 0, output };
  } finally {
    await password.close();
  }
}

const drain = async (stream: NodeJS.ReadableStream | null): Promise<string> => (stream === null ? '' : text(stream));

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
