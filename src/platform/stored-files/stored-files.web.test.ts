import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { fileHref, keepFile, readStoredFile, takeFile, type FileToKeep } from './index.ts';
import { aPdf } from './testing/documents.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

async function aFile(hub: TestHub, file: Partial<FileToKeep> = {}): Promise<string> {
  const ctx = await hub.context((await hub.person('employee')).actor);
  const kept = await keepFile(ctx, site.site.ports.files, { bytes: aPdf(), name: 'Guide de l’élu·e.pdf', ...file });
  const stored = await readStoredFile(ctx.db, unwrap(kept).fileId);
  return stored ? fileHref(stored) : expect.fail('not stored');
}

describe('a stored file', () => {
  test('is read by everyone, a PDF in the browser, the rest saved, and never guessed at', async () => {
    const hub = await site.hub();
    const answer = await hub.get(await aFile(hub));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-disposition')).toBe(
      `inline; filename="Guide de lelue.pdf"; filename*=UTF-8''Guide%20de%20l%E2%80%99%C3%A9lu%C2%B7e.pdf`,
    );
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array(aPdf()));

    const table = await hub.get(await aFile(hub, { bytes: Buffer.from('a;b'), name: 'liste.csv' }));
    expect(table.headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  test('says when the browser already has it', async () => {
    const hub = await site.hub();
    const href = await aFile(hub);
    const etag = (await hub.get(href)).headers.get('etag') ?? '';
    expect((await hub.send(href, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('shows itself only to those it is for', async () => {
    const hub = await site.hub();
    const [members, staff] = [await aFile(hub, { visibility: 'members' }), await aFile(hub, { visibility: 'staff' })];
    const statuses = async (cookie?: string) => [
      (await hub.get(members, cookie)).status,
      (await hub.get(staff, cookie)).status,
    ];
    expect(await statuses()).toEqual([404, 404]);
    expect(await statuses(await hub.signIn('member'))).toEqual([200, 404]);
    // Papers of people and of agreements: an address that leaked opens nothing to the board.
    expect(await statuses(await hub.signIn('board_member'))).toEqual([200, 404]);
    expect(await statuses(await hub.signIn('employee'))).toEqual([200, 200]);
    const answer = await hub.get(members, await hub.signIn('member'));
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  test('shows itself to whoever sent it', async () => {
    const hub = await site.hub();
    const sender = await hub.person('contributor');
    const ctx = await hub.context(sender.actor);
    const kept = await keepFile(ctx, site.site.ports.files, { bytes: aPdf(), name: 'a.pdf', visibility: 'staff' });
    const stored = await readStoredFile(ctx.db, unwrap(kept).fileId);
    const href = stored ? fileHref(stored) : expect.fail('not stored');
    expect((await hub.get(href, sender.cookie)).status).toBe(200);
    expect((await hub.get(href, await hub.signIn('contributor'))).status).toBe(404);
  });

  test('belongs to one hub, and is gone once removed', async () => {
    const [hub, other] = [await site.hub(), await site.hub()];
    const href = await aFile(hub);
    expect((await other.get(href)).status).toBe(404);
    expect((await hub.get('/fichiers/pas-un-id/x.pdf')).status).toBe(404);
    await site.database.ownerPool.query('update stored_files set removed_at = now() where hub_id = $1', [hub.id]);
    expect((await hub.get(href)).status).toBe(404);
  });
});

describe('takeFile', () => {
  const form = (values: Record<string, string>, file: File | null = null) => ({
    values,
    all: () => [],
    file: (name: string) => (name === 'doc_file' ? file : null),
    files: () => [],
    key: undefined,
  });

  test('keeps what was there, takes what comes, and leaves nothing of what it refuses', async () => {
    const hub = await site.hub();
    const ctx = await hub.context((await hub.person('contributor')).actor);
    const { files } = site.site.ports;
    const sent = new File([new Uint8Array(aPdf())], 'a.pdf');
    const first = unwrap(await takeFile(ctx, files, form({}, sent), 'doc'));
    expect(first.fileId).not.toBeNull();
    const there = { doc: first.fileId ?? '' };
    expect(unwrap(await takeFile(ctx, files, form(there), 'doc'))).toEqual(first);
    expect(unwrap(await takeFile(ctx, files, form({ ...there, doc_remove: 'oui' }), 'doc'))).toEqual({ fileId: null });
    expect(unwrap(await takeFile(ctx, files, form({ doc: ctx.newId() }), 'doc'))).toEqual({ fileId: null });

    const count = async () => (await Array.fromAsync(files.list(`documents/${hub.id}`))).length;
    const before = await count();
    const refused = await takeFile(ctx, files, form(there, new File(['MZ'], 'a.exe')), 'doc');
    expect(refused).toMatchObject({ ok: false, fields: { doc_file: expect.stringContaining('PDF') } });
    expect(await count()).toBe(before);
  });

  test('takes nothing from someone without account', async () => {
    const hub = await site.hub();
    const ctx = await hub.context();
    const outcome = await keepFile(ctx, site.site.ports.files, { bytes: aPdf(), name: 'a.pdf' });
    expect(outcome).toMatchObject({ ok: false, reason: 'forbidden' });
  });
});
