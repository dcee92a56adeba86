import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadConfig } from './load-config.ts';
import { storedSecret } from './stored-secret.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'essaim-config-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

it('makes a secret once, for its account alone', async () => {
  const data = join(folder, 'data');
  const secret = storedSecret(data);
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(storedSecret(data)).toBe(secret);
  expect(await readdir(data)).toEqual(['secret']);
  expect((await stat(join(data, 'secret'))).mode & 0o777).toBe(0o600);
});

it('reads the .env file of the folder', async () => {
  await writeFile(
    join(folder, '.env'),
    '# Réglages du pôle\nPORT=4321\nMAIL_FROM="Le Pôle <bonjour@pole.example.fr>"\n',
  );
  expect(loadConfig(folder)).toMatchObject({ port: 4321, mailFrom: 'Le Pôle <bonjour@pole.example.fr>' });
});
