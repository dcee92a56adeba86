import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { inWork } from '#modules/identity/testing/builders.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { actorWith, contextOf, newHub, openTestDatabase } from '#tests/support/database.ts';
import { keepingLetters } from './keep-letters.ts';

test('letters of the demonstration are kept, never sent; its other work is done', async () => {
  const database = await openTestDatabase();
  try {
    const usual = contextOf(database, await newHub(database), actorWith('employee'));
    const ctx = keepingLetters(usual);
    const other = { name: 'hub.draw', lane: 'quick', retries: 1, payload: z.object({}) } as const;
    await inWork(ctx, async (work) => {
      await sendMail(work, {
        kind: 'hub.word',
        to: { address: 'ana@essai.example' },
        subject: 'Un mot',
        body: { paragraphs: ['Bonjour.'] },
      });
      await work.enqueue(other, {});
    });
    expect(usual.witness.jobs.map(({ name }) => name)).toEqual(['hub.draw']);
    const { rows } = await ctx.db.execute(sql`select status, body->'paragraphs'->>0 as said from mail_messages`);
    expect(rows).toEqual([{ status: 'kept', said: 'Bonjour.' }]);
  } finally {
    await database.close();
  }
});
