import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { inTransaction } from '#platform/db/database.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { publishingPersonalData } from '../../personal-data.ts';
import { readPublication } from '../../queries/stored-publication.ts';
import { publicationFollowLinks, publicationSenders } from '../../tables.ts';
import { savePublication } from '../save-publication.ts';
import { acceptProposal, returnProposal } from './answer-proposal.ts';
import { proposePublication } from './propose-publication.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const proposal = {
  kind: 'news',
  fields: { title: 'Une bourse aux plants', brief: 'Samedi.', content: { pinnedUntil: '2030-01-01' } },
  sender: { name: 'Nolwenn Essai', email: 'nolwenn@haies.example' },
  origin: 'https://vallons.example',
  hubName: 'Pôle ESS des Vallons',
} as const;

async function openHub() {
  const ctx = contextOf(database, await newHub(database), null);
  return { ctx, employee: { ...ctx, actor: actorWith('employee') } };
}

describe('proposals', () => {
  test('never choose to stay on top, and need someone to answer to', async () => {
    const { ctx } = await openHub();
    const { id } = unwrap(await execute(ctx, proposePublication, proposal));
    expect((await readPublication(ctx.db, id))?.fields.content).toMatchObject({ pinnedUntil: null });
    const anonymous = await execute(ctx, proposePublication, { ...proposal, sender: null });
    expect(anonymous).toMatchObject({ ok: false, reason: 'sender_needed' });
    const page = await execute(ctx, proposePublication, { ...proposal, kind: 'page' as never });
    expect(page).toMatchObject({ ok: false, reason: 'invalid' });
  });

  test('are answered once, by the team only, as they were read', async () => {
    const { ctx, employee } = await openHub();
    const { id } = unwrap(await execute(ctx, proposePublication, proposal));
    const read = { id, version: 1 };
    for (const role of ['member', 'board_member', 'contributor', 'operator'] as const) {
      const other = { ...ctx, actor: actorWith(role) };
      expect(await execute(other, acceptProposal, read)).toMatchObject({ ok: false, reason: 'forbidden' });
      expect(await execute(other, returnProposal, { ...read, word: 'Non' })).toMatchObject({ ok: false });
    }
    expect(await execute(employee, acceptProposal, { id, version: 2 })).toMatchObject({ reason: 'edited_meanwhile' });
    const answers = await Promise.all([
      execute(employee, acceptProposal, read),
      execute(employee, returnProposal, { ...read, word: 'Une photo ?' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: 'already_handled' });
  });

  test('of a member saved in the editor remember her, so that she is told', async () => {
    const { ctx } = await openHub();
    const member = { ...ctx, actor: actorWith('member') };
    const fields = { title: 'Chez nous', brief: 'Samedi.', content: {} };
    const saved = { id: null, kind: 'news', version: null, act: 'propose', fields } as const;
    const { id } = unwrap(await execute(member, savePublication, saved));
    const rows = await ctx.db.select().from(publicationSenders);
    expect(rows).toMatchObject([{ publicationId: id, email: '', personId: member.actor.personId }]);
  });

  test('forget their sender and her links when she is erased, and show her what is held', async () => {
    const { ctx, employee } = await openHub();
    unwrap(await execute(ctx, proposePublication, proposal));
    const other = { ...proposal, sender: { name: 'Gaël', email: 'gael@essai.example' } };
    unwrap(await execute(ctx, proposePublication, other));
    const data = publishingPersonalData(async () => ['Nolwenn@haies.example']);
    const held = await data.export(employee, ctx.newId());
    expect(JSON.stringify(held)).toContain('nolwenn@haies.example');
    expect(JSON.stringify(held)).not.toContain('gael@');
    await inTransaction(ctx.db, (tx) => data.erase(tx, ctx.newId()));
    expect(await ctx.db.select().from(publicationSenders)).toMatchObject([{ email: 'gael@essai.example' }]);
    expect(await ctx.db.select().from(publicationFollowLinks)).toHaveLength(1);
  });
});
