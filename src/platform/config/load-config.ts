import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parseConfig, type Config } from './parse-config.ts';

/** Settings of this process: its environment, then the `.env` file of the current folder for what is not in it. */
export function loadConfig(currentFolder: string = process.cwd()): Config {
  return parseConfig({ ...readEnvFile(currentFolder), ...process.env }, currentFolder);
}

function readEnvFile(folder: string): NodeJS.ProcessEnv {
  try {
    return parseEnv(readFileSync(join(folder, '.env'), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return {};
    }
    throw error;
  }
}
