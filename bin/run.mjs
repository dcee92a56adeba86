#!/usr/bin/env node
/**
 * Runs a tool of the project under the right Node with every package in place: `node bin/run.mjs tools/check.ts`, or a
 * program that a package brings: `node bin/run.mjs oxfmt --check`.
 */
import { join } from 'node:path';
import { build, buildScript } from './launcher/build.mjs';
import { runChild, runProgram } from './launcher/child.mjs';
import { ensureDependencies } from './launcher/dependencies.mjs';
import { rootFolder } from './launcher/root-folder.mjs';
import { ensureRuntime } from './launcher/runtime.mjs';
import { LauncherError, runToExit } from './launcher/say.mjs';

async function main([tool, ...args]) {
  if (tool === undefined) {
    throw new LauncherError('Usage : node bin/run.mjs <fichier.ts | programme> [arguments]');
  }
  await ensureDependencies();
  const node = await ensureRuntime();
  if (tool === buildScript) {
    return build(node, args);
  }
  if (tool.endsWith('.ts')) {
    return runChild(node, [join(rootFolder, tool), ...args]);
  }
  return runProgram(node, join(rootFolder, 'node_modules', '.bin', tool), args);
}

await runToExit(async () => main(process.argv.slice(2)));
