import { addPastReaders, pastDigest, pastEdition, withoutBudget } from '#modules/mailing/testing/past-readers.ts';
import type { Context } from '#platform/context/context.ts';
import type { MailableSource } from '#platform/contributions/module.ts';
import { demoEditions, demoReaders } from './demo-readers.ts';

/** Who asked to hear of the demonstration hub. Comes before what is sent to them. */
export async function fillReaders(ctx: Context): Promise<void> {
  await addPastReaders(ctx, demoReaders);
}

/** The digests of the last two weeks and the letters of the actors, in the archive. */
export async function fillDigests(ctx: Context, sources: readonly MailableSource[]): Promise<void> {
  await withoutBudget(ctx, async () => {
    for (const edition of demoEditions) await pastEdition(ctx, edition);
    for (const weeksAgo of [2, 1]) await pastDigest(ctx, sources, weeksAgo);
  });
}
