import {
  addPastAgreements,
  addPastReaders,
  pastDigest,
  pastEdition,
  withoutBudget,
} from '#modules/mailing/testing/past-readers.ts';
import type { Context } from '#platform/context/context.ts';
import type { MailableSource } from '#platform/contributions/module.ts';
import { demoPeople } from './demo-people.ts';
import { demoEditions, demoReaders } from './demo-readers.ts';

/** Who asked to hear of the demonstration hub, or agreed to on paper. Comes before what is sent to them. */
export async function fillReaders(ctx: Context, people: ReadonlyMap<string, string>): Promise<void> {
  await addPastReaders(ctx, demoReaders);
  const agreed = demoPeople
    .filter(({ reach, roles }) => reach.includes('mail') && roles.length > 0)
    .filter((_person, rank) => rank % 3 === 0);
  const ids = agreed.flatMap(({ givenName, familyName }) => people.get(`${givenName} ${familyName}`) ?? []);
  await addPastAgreements(ctx, ids, 60);
}

/** The digests of the last two weeks and the letters of the actors, in the archive. */
export async function fillDigests(ctx: Context, sources: readonly MailableSource[]): Promise<void> {
  await withoutBudget(ctx, async () => {
    for (const edition of demoEditions) await pastEdition(ctx, edition);
    for (const weeksAgo of [2, 1]) await pastDigest(ctx, sources, weeksAgo);
  });
}
