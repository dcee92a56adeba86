import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename, delimiter, dirname } from 'node:path';
import { LauncherError } from './say.mjs';

/** npm said no; `output` is what it said. */
export class NpmError extends LauncherError {
  constructor(failure, output) {
    super([failure, ...lastLines(output, 12), ...adviceFor(output)].join('\n'));
    this.output = output;
  }
}

/** Runs npm without a word; when it fails, the end of what it said is part of the error. */
export async function runNpm(args, { cwd, failure }) {
  const [command, ...first] = npmCommand();
  const npm = spawn(command, [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    env: npmEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    // Node runs « npm.cmd » through a shell only.
    shell: command.endsWith('.cmd'),
  });
  let output = '';
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
    });
  }
  const [code] = await once(npm, 'close').catch((error) => {
    output += error.message;
    return [1];
  });
  if (code !== 0) {
    throw new NpmError(failure, output);
  }
}

/** The npm that runs us, else the one of the path. */
function npmCommand() {
  const running = process.env.npm_execpath ?? '';
  if (basename(running) === 'npm-cli.js') {
    return [process.execPath, running];
  }
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

/** npm hands its own options down to scripts: those that choose a folder or leave packages out must not reach ours. */
function npmEnvironment() {
  const unwanted =
    /^npm_config_(prefix|local_prefix|global|location|omit|include|production|only|workspaces?|dry_run)$/i;
  const kept = Object.entries(process.env).filter(([name]) => !unwanted.test(name));
  const path = [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter);
  return { ...Object.fromEntries(kept), PATH: path };
}

function lastLines(output, count) {
  return output
    .trim()
    .split('\n')
    .slice(-count)
    .map((line) => `  ${line}`);
}

function adviceFor(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network/i.test(output)) {
    return ['Vérifiez la connexion à Internet, puis relancez la même commande.'];
  }
  if (/ENOSPC/.test(output)) {
    return ['Le disque est plein : libérez de la place, puis relancez la même commande.'];
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return ['Ce compte n’a pas le droit d’écrire dans le dossier d’Essaim.'];
  }
  return [];
}
