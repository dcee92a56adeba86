import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import type { Exchange } from '#platform/http/exchange.ts';
import { projectFolder } from '../project-folder.ts';
import { version } from '../version.ts';

export const sourceCodePath = '/logiciel/code-source.tar.gz';

/** What the program is made of. Named one by one: the folder may also hold the data and the settings of the host. */
const parts = [
  'LICENSE',
  'README.md',
  'CONTRIBUTING.md',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'vitest.config.ts',
  'bin',
  'docs',
  'migrations',
  'packaging',
  'src',
  'tests',
  'tools',
];

/** The very program that answers, changes of the host included: what AGPL 3, section 13, promises its users. */
export function sendSourceCode(exchange: Exchange): Response {
  const tar = pack();
  const compressed = createGzip();
  void pipeline(tar, compressed).catch(() => undefined);
  addParts(tar).then(
    () => tar.finalize(),
    (error: Error) => {
      exchange.ctx.log.error({ error }, 'the source code could not be sent');
      tar.destroy(error);
    },
  );
  return new Response(Readable.toWeb(compressed) as ReadableStream, {
    headers: {
      'content-type': 'application/gzip',
      'content-disposition': `attachment; filename="essaim-${version}-code-source.tar.gz"`,
    },
  });
}

async function addParts(tar: Pack): Promise<void> {
  for (const part of parts) {
    const found = await stat(join(projectFolder, part)).catch(() => null);
    if (found?.isFile()) await addFile(tar, part, found.size);
    if (!found?.isDirectory()) continue;
    const entries = await readdir(join(projectFolder, part), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isFile() && !one.name.startsWith('.'))) {
      const path = join(entry.parentPath, entry.name);
      await addFile(tar, path.slice(projectFolder.length), (await stat(path)).size);
    }
  }
}

async function addFile(tar: Pack, name: string, size: number): Promise<void> {
  const entry = tar.entry({ name: `essaim/${name}`, size });
  await pipeline(createReadStream(join(projectFolder, name)), entry);
}
