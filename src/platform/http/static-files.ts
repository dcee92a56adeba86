import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { answerFrom, keepable, type KeptAnswer } from './page-cache.ts';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** Files made by the build, named after their content, so kept for ever by browsers. */
export interface StaticFiles {
  answer(
    name: string,
    request: { accepted: string | undefined; known: string | undefined; head: boolean },
  ): Promise<Response | null>;
}

/** Lists the files of a flat folder once; each is read and compressed at its first use. */
export async function openStaticFiles(folder: string): Promise<StaticFiles> {
  const names = new Set(await readdir(folder).catch(() => []));
  const ready = new Map<string, KeptAnswer>();
  return {
    async answer(name, request) {
      // Only names listed at start-up are served, so no path can lead elsewhere.
      if (!names.has(name)) return null;
      let kept = ready.get(name);
      if (!kept) {
        const type = types[extname(name)] ?? 'application/octet-stream';
        const headers = new Headers({ 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' });
        kept = keepable(headers, new Uint8Array(await readFile(join(folder, name))), true);
        ready.set(name, kept);
      }
      // Fonts are compressed already.
      return answerFrom(kept, name.endsWith('.woff2') ? { ...request, accepted: undefined } : request);
    },
  };
}
