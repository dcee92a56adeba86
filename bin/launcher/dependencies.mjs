import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NpmError, runNpm } from './npm.mjs';
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
    await installPackages(folder);
  }
  keepStamp(stamp, wanted);
}

/** Vite and esbuild, which build the site, are development packages: NODE_ENV=production would leave them out. */
const everything = ['--include=dev', '--include=optional'];

async function installPackages(folder) {
  const options = { cwd: folder, failure: 'L’installation des composants a échoué. npm a répondu :' };
  try {
    await runNpm(['ci', ...everything], options);
  } catch (error) {
    // « npm ci » also refuses a registry that lacks an optional package for some other system. « npm install » then
    // puts the same versions in place, for it follows the lock file too.
    if (!(error instanceof NpmError) || !/Missing: .* from lock file/.test(error.output)) {
      throw error;
    }
    await runNpm(['install', '--no-save', ...everything], options);
  }
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
