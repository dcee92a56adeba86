import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { sourceCodePath } from './source-code.ts';

let site: TestSite;
let hub: TestHub;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
});
afterAll(() => site.close());

test('anyone takes away the program that answers, without anything of its host', async () => {
  expect(await (await hub.get('/mentions-legales')).text()).toContain(`href="${sourceCodePath}"`);
  const answer = await hub.get(sourceCodePath);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/gzip']);
  const names = namesOf(gunzipSync(Buffer.from(await answer.arrayBuffer())));
  expect(names).toContain('essaim/LICENSE');
  expect(names).toContain('essaim/src/app/web/source-code.ts');
  expect(names).toContain('essaim/migrations/0036-menu.sql');
  expect(names.filter((name) => /^essaim\/(data|node_modules|dist|\.|look)|\/\.[^/]*$/.test(name))).toEqual([]);
});

/** Names of the files of a tar (POSIX ustar: 512-byte headers, name first, size in octal at 124). */
function namesOf(tar: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + 512 <= tar.length;) {
    const text = (from: number, length: number): string =>
      tar.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '');
    const name = text(0, 100);
    if (!name) break;
    const prefix = text(345, 155);
    names.push(prefix ? `${prefix}/${name}` : name);
    at += 512 + Math.ceil(Number.parseInt(text(124, 12), 8) / 512) * 512;
  }
  return names;
}
