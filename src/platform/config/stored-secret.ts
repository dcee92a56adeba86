import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The secret of an installation that was given none: made at the first start and kept in the data folder, readable by
 * its account alone. Processes that start together agree on one: a name can be linked only once.
 */
export function storedSecret(dataFolder: string): string {
  const file = join(dataFolder, 'secret');
  const draft = `${file}.${process.pid}`;
  const kept = readSecret(file);
  if (kept !== null) {
    return kept;
  }
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      throw error;
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}

function readSecret(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return null;
    }
    throw error;
  }
}
