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

/**
 * Packages put into the server's file. Node reads a package's whole `package.json` again for each of its files: with the
 * thousands of lines of Drizzle's, importing it from its folder took two seconds and 120 MB.
 */
const bundled =
  /^(drizzle-orm|hono|@hono\/node-server|preact|preact-render-to-string|zod|better-auth|@better-auth\/utils|jose|@noble\/(?:hashes|ciphers))(?:\/|$)/;

const packagesOutside: Plugin = {
  name: 'packages-outside',
  setup(build) {
    build.onResolve({ filter: /^(?:@[a-z0-9]|[a-z])/i }, ({ path, kind }) =>
      kind === 'entry-point' || bundled.test(path) ? undefined : { path, external: true },
    );
  },
};

/** Builds the server into one file (most packages stay outside) and the browser's files with their manifest. */
export async function buildAll(): Promise<void> {
  await rm('dist', { recursive: true, force: true });
  await bundle({
    entryPoints: ['src/main.ts'],
    outfile: 'dist/server/main.js',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node26',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    sourcesContent: false,
    keepNames: true,
    plugins: [ownAddress, packagesOutside],
    logLevel: 'warning',
  });
  await buildClient({ logLevel: 'warn' });
}

if (import.meta.main) await buildAll();
