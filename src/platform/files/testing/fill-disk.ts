import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createFileStore } from '../file-store.ts';

/** Run alone on a disk of 2 MB: fills it, then frees it, and prints what the store did. */
const root = process.argv[2] ?? '';
const store = createFileStore(root);
const first = randomBytes(500_000);
await store.put('premier.bin', first);
const refused = await store.put('trop.bin', randomBytes(3_000_000)).then(
  () => null,
  (error: Error) => error.name,
);
const leftovers = readdirSync(join(root, '.partiel'));
const kept = first.equals(await store.getBytes('premier.bin'));
const missing = !(await store.exists('trop.bin'));
await store.delete('premier.bin');
const again = (await store.put('apres.bin', randomBytes(1_000_000))).size === 1_000_000;
process.stdout.write(JSON.stringify({ refused, leftovers, kept, missing, again }));
