import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyForMembership } from '#modules/membership/commands/apply.ts';
import { noteUnpaidDues } from '#modules/membership/commands/note-unpaid.ts';
import { openMembershipLinks } from '#modules/membership/links.ts';
import { addIncoming } from '#modules/membership/reconciliation/commands/add-incoming.ts';
import { matchIncoming } from '#modules/membership/reconciliation/commands/match-incoming.ts';
import { noteReturned, takeBackMatch } from '#modules/membership/reconciliation/commands/take-back-match.ts';
import { incomingPayments } from '#modules/membership/reconciliation/tables.ts';
import { membershipApplications } from '#modules/membership/tables.ts';
import { aCampaign, type BuiltCampaign } from '#modules/membership/testing/builders.ts';
import { giveBack } from '#modules/payments/commands/give-back.ts';
import { openPaymentLinks } from '#modules/payments/index.ts';
import { charges, paymentEntries } from '#modules/payments/tables.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';

let database: TestDatabase;
let team: Context;
let campaign: BuiltCampaign;
beforeAll(async () => {
  database = await openTestDatabase();
  team = contextOf(database, await newHub(database), actorWith('employee'));
  campaign = await aCampaign(team);
});
afterAll(() => database.close());

const deps = {
  links: openMembershipLinks('secret-d-essai', async () => 'https://pole.example'),
  payments: openPaymentLinks('secret-d-essai'),
  ports: {} as never,
};

/** Somebody who asked to become a member, and what she owes. */
async function owing(familyName: string): Promise<{ id: string; chargeId: string }> {
  const { applicationId: id } = unwrap(
    await execute({ ...team, actor: null }, applyForMembership(deps), {
      scaleId: campaign.scale('Personne').id,
      givenName: 'Awa',
      familyName,
      email: `${familyName.toLowerCase()}@exemple.fr`,
      acceptsCharter: true,
    }),
  );
  const [found] = await team.db
    .select({ chargeId: charges.id })
    .from(membershipApplications)
    .innerJoin(charges, eq(charges.subjectId, membershipApplications.payerId))
    .where(eq(membershipApplications.id, id));
  return { id, chargeId: found?.chargeId ?? '' };
}

/** Money that came by itself, said to be for these. */
async function matched(sourceKey: string, chargeIds: readonly string[]): Promise<string> {
  const payment = { sourceKey, way: 'online' as const, amount: 1500 * chargeIds.length, receivedOn: '2026-03-02' };
  unwrap(await execute(team, addIncoming, { source: 'helloasso', payments: [payment] }));
  const [row] = await team.db.select().from(incomingPayments).where(eq(incomingPayments.sourceKey, sourceKey));
  const shares = chargeIds.map((chargeId) => ({ chargeId, amount: 1500 }));
  unwrap(await execute(team, matchIncoming, { id: row?.id, shares }));
  return row?.id ?? '';
}

const entriesOf = (chargeId: string) =>
  team.db.select().from(paymentEntries).where(eq(paymentEntries.chargeId, chargeId)).orderBy(paymentEntries.position);

test('a match taken back while a colleague notes that the bank took the money: it is not there to match again', async () => {
  const { id, chargeId } = await owing('Croisee');
  const incomingId = await matched('croisee', [chargeId]);
  const [entry] = await entriesOf(chargeId);
  const client = await database.ownerPool.connect();
  try {
    await client.query('begin');
    await client.query('select from charges where id = $1 for update', [chargeId]);
    const isWaiting = async (): Promise<number | null> =>
      (
        await database.ownerPool.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
      ).rowCount;
    const noted = execute(team, noteUnpaidDues(deps), { id, entryId: entry?.id, cause: 'transfer' });
    await expect.poll(isWaiting, { timeout: 10_000 }).toBe(1);
    const taken = execute(team, takeBackMatch, { id: incomingId, reason: 'Homonyme' });
    await expect.poll(isWaiting, { timeout: 10_000 }).toBe(2);
    await client.query('commit');
    unwrap(await noted);
    expect(await taken).toMatchObject({ reason: 'money_went_back' });
  } finally {
    client.release();
  }
  const [row] = await team.db.select().from(incomingPayments).where(eq(incomingPayments.id, incomingId));
  expect(row?.state).toBe('matched');
});

test('money that HelloAsso gave back leaves each charge it paid, even where one part was given back by hand before', async () => {
  const both = [await owing('Premiere'), await owing('Seconde')].toSorted((one, other) =>
    one.chargeId < other.chargeId ? -1 : 1,
  );
  const [byHand, other] = both;
  if (!byHand || !other) throw new Error('two');
  await matched('double', [byHand.chargeId, other.chargeId]);
  unwrap(await execute(team, giveBack, { chargeId: byHand.chargeId, way: 'transfer', amount: 1500 }));
  unwrap(await execute(team, noteReturned, { payments: [{ sourceKey: 'double', cause: 'refunded' }] }));
  expect((await entriesOf(byHand.chargeId)).map(({ amount }) => amount)).toEqual([1500, -1500]);
  expect((await entriesOf(other.chargeId)).map(({ amount }) => amount)).toEqual([1500, -1500]);
});

test('only money received can be said not to have held: not what was given back, nor another’s, nor another hub’s', async () => {
  const [{ id, chargeId }, neighbour] = [await owing('Rendue'), await owing('Voisine')];
  await matched('rendue', [chargeId]);
  await matched('voisine', [neighbour.chargeId]);
  unwrap(await execute(team, giveBack, { chargeId, way: 'transfer', amount: 1500 }));
  const [, refund] = await entriesOf(chargeId);
  const [hers] = await entriesOf(neighbour.chargeId);
  const unpaid = (entryId: string | undefined, as = team) =>
    execute(as, noteUnpaidDues(deps), { id, entryId, cause: 'mistake' });
  expect(await unpaid(refund?.id)).toMatchObject({ reason: 'nothing_to_reverse' });
  expect(await unpaid(hers?.id)).toMatchObject({ reason: 'nothing_to_reverse' });
  const elsewhere = contextOf(database, await newHub(database), actorWith('employee'));
  expect(await unpaid(refund?.id, elsewhere)).toMatchObject({ reason: 'not_found' });
  expect((await entriesOf(chargeId)).map(({ amount }) => amount)).toEqual([1500, -1500]);
});
