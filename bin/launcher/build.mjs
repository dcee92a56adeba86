import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { rootFolder } from './root-folder.mjs';
import { LauncherError, say } from './say.mjs';

export const buildScript = 'tools/build.ts';

/** What the built program is made of. */
const sources = ['src', 'client', 'migrations', buildScript, 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Builds the program unless it was built from the very sources that are there. */
export async function ensureBuild(node, folder = rootFolder) {
  const isBuilt = existsSync(join(folder, 'dist', 'server', 'main.js'));
  if (isBuilt && readStamp(folder) === sourceFingerprint(folder)) {
    return;
  }
  say('Préparation du site (une vingtaine de secondes)…');
  const code = await build(node, [], folder);
  if (code !== 0) {
    throw new LauncherError('La préparation du site a échoué : les lignes ci-dessus disent pourquoi.');
  }
}

/** Runs the build and returns its exit code. The stamp goes before and comes after: half a build is never taken. */
export async function build(node, args = [], folder = rootFolder) {
  const stamp = stampFile(folder);
  const fingerprint = sourceFingerprint(folder);
  rmSync(stamp, { force: true });
  // Node is chatty on the standard output, which belongs to the command that is run afterwards.
  const code = await runChild(node, [join(folder, buildScript), ...args], { cwd: folder, stdout: process.stderr });
  if (code === 0) {
    writeFileSync(stamp, fingerprint);
  }
  return code;
}

const stampFile = (folder) => join(folder, 'dist', '.essaim-built');

function readStamp(folder) {
  const stamp = stampFile(folder);
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
}

/** From contents, not dates: a copy, a clone or an image keeps its build. */
export function sourceFingerprint(folder) {
  const hash = createHash('sha256');
  const configurations = readdirSync(folder).filter((name) => name.endsWith('.config.ts'));
  for (const source of [...sources, ...configurations]) {
    addToHash(hash, folder, source);
  }
  return hash.digest('hex');
}

function addToHash(hash, folder, path) {
  const full = join(folder, path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (found === undefined || /\.test\.tsx?$/.test(path)) {
    return;
  }
  if (found.isDirectory()) {
    for (const name of readdirSync(full).sort()) {
      addToHash(hash, folder, join(path, name));
    }
    return;
  }
  hash.update(`${path}\0${found.size}\0`).update(readFileSync(full));
}
