import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built program running in a process of its own, on a data folder of its own. */
export interface StartedSite {
  origin: string;
  /** The path of the first sign-in link it printed, when somebody has yet to sign in. */
  signInPath: string | null;
  folder: string;
  process: ChildProcess;
  /** All it printed. */
  printed: () => string;
  /** Stops it as Ctrl-C does; the data folder is removed unless it was given. */
  stop(): Promise<void>;
}

export interface StartingOptions {
  /** Where the built program lies; this project by default. */
  program?: string;
  folder?: string;
  args?: readonly string[];
  environment?: Record<string, string>;
  patience?: number;
}

/** Starts the built program and waits until it says that the site is open. */
export async function startSiteProcess(options: StartingOptions = {}): Promise<StartedSite> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'essaim-started-')));
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      '--max-semi-space-size=8',
      '--heap-growing-percent=30',
      join(options.program ?? '.', 'dist/server/main.js'),
      ...(options.args ?? ['serve', '--start']),
    ],
    {
      env: {
        ...process.env,
        ESSAIM_DATA: folder,
        PORT: String(port),
        LOG_LEVEL: 'warn',
        MALLOC_ARENA_MAX: '2',
        ...options.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  const opened = Promise.withResolvers<void>();
  const read = (chunk: Buffer): void => {
    text += chunk.toString();
    if (text.includes('Le site est ouvert')) opened.resolve();
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  child.once('exit', (code) => opened.reject(new Error(`the site ended with code ${code} before opening:\n${text}`)));
  const timer = setTimeout(
    () => opened.reject(new Error(`the site did not open in time:\n${text}`)),
    options.patience ?? 180_000,
  );
  try {
    await opened.promise;
  } finally {
    clearTimeout(timer);
  }
  return {
    origin: `http://localhost:${port}`,
    signInPath: /http:\/\/[^\s/]+(\/connexion\/lien\/\S+)/.exec(text)?.[1] ?? null,
    folder,
    process: child,
    printed: () => text,
    async stop() {
      const ended = new Promise((resolve) =>
        child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(null),
      );
      child.kill('SIGTERM');
      await ended;
      if (!options.folder) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts the built program on a copy of a data folder that another start filled. */
export async function startFilledSite(
  filled: string,
  options: Omit<StartingOptions, 'folder'> = {},
): Promise<StartedSite> {
  const folder = await mkdtemp(join(tmpdir(), 'essaim-started-'));
  await cp(filled, folder, { recursive: true });
  const site = await startSiteProcess({ ...options, folder });
  return {
    ...site,
    async stop() {
      await site.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
