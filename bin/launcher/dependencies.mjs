import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './npm.mjs';
import { rootFolder } from './root-folder.mjs';
import { say } from './say.mjs';

/** Installs the packages of package-lock.json, unless they are there already. */
export async function ensureDependencies(folder = rootFolder) {
  const wanted = fingerprint(folder);
  const stamp = join(folder, 'node_modules', '.essaim-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return;
  }
  if (!isInstalled(folder)) {
    say('Installation des composants d’Essaim (une à deux minutes la première fois)…');
    // Vite and esbuild, which build the site, are development packages: NODE_ENV=production would leave them out.
    await runNpm(['ci', '--include=dev', '--include=optional'], {
      cwd: folder,
      failure: 'L’installation des composants a échoué. npm a répondu :',
    });
  }
  keepStamp(stamp, wanted);
}

function fingerprint(folder) {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json']) {
    hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

/** Whether npm itself has put the very packages of the lock file there, as after `npm ci` by hand or in an image. */
export function isInstalled(folder) {
  const record = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) {
    return false;
  }
  const wanted = readPackages(join(folder, 'package-lock.json'));
  const present = readPackages(record);
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') {
      return true;
    }
    // Packages for other systems are optional and rightly absent.
    return path in present ? present[path].version === version : optional === true;
  });
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** A folder that can not be written (an image, a package) only costs the comparison again. */
function keepStamp(stamp, text) {
  try {
    writeFileSync(stamp, text);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) {
      throw error;
    }
  }
}
