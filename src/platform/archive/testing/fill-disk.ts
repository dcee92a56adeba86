import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { writeArchive, type EntryToWrite } from '../write-archive.ts';

/** Run alone on a disk of 2 MB: tries to write archives of 5 MB, and prints what became of them. */
const root = process.argv[2] ?? '';
const path = join(root, 'sauvegarde.tar.gz');
const bytes = randomBytes(5_000_000);

async function outcomeOf(entry: EntryToWrite): Promise<string> {
  const createdAt = Temporal.Instant.from('2026-03-04T05:06:07Z');
  try {
    await writeArchive({ path, appVersion: '1.2.3', createdAt, entries: [entry] });
    return 'written';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

const known = await outcomeOf({ name: 'a', content: bytes });
const unknown = await outcomeOf({ name: 'a', content: Readable.from([bytes]) });
process.stdout.write(JSON.stringify({ known, unknown, left: readdirSync(root) }));
