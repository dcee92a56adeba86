import { readFile, rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { build as bundle, type Plugin } from 'esbuild';
import { build as buildClient } from 'vite';

/** In one bundled file, each module keeps its own address: data files are read from beside their source. */
const ownAddress: Plugin = {
  name: 'own-address',
  setup(build) {
    build.onLoad({ filter: /\/src\/.*\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const here = `new URL(${JSON.stringify(relative('dist/server', path))}, import.meta.url).href`;
      return { contents: text.replaceAll('import.meta.url', here), loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};

/** Builds the server into one file (packages stay outside) and the browser's files with their manifest. */
export async function buildAll(): Promise<void> {
  await rm('dist', { recursive: true, force: true });
  await bundle({
    entryPoints: ['src/main.ts'],
    outfile: 'dist/server/main.js',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node26',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    keepNames: true,
    plugins: [ownAddress],
    logLevel: 'warning',
  });
  await buildClient({ logLevel: 'warn' });
}

if (import.meta.main) await buildAll();
