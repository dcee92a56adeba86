import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPerson, inWork } from '#modules/identity/testing/builders.ts';
import { applyForMembership } from '#modules/membership/commands/apply.ts';
import { acceptApplications } from '#modules/membership/commands/decide.ts';
import { settleDues } from '#modules/membership/commands/follow-payments.ts';
import { openMembershipLinks } from '#modules/membership/links.ts';
import { membershipPersonalData } from '#modules/membership/personal-data.ts';
import { duesPayers, membershipApplications, memberships } from '#modules/membership/tables.ts';
import { aCampaign, type BuiltCampaign } from '#modules/membership/testing/builders.ts';
import { notePayment } from '#modules/payments/commands/note-payment.ts';
import { openPaymentLinks } from '#modules/payments/index.ts';
import { paymentsPersonalData } from '#modules/payments/personal-data.ts';
import { charges } from '#modules/payments/tables.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const links = openMembershipLinks('secret-d-essai', async () => 'https://pole.example');
const deps = { links, payments: openPaymentLinks('secret-d-essai'), ports: {} as never };

interface Hub {
  team: Context;
  stranger: Context;
  campaign: BuiltCampaign;
}

async function aHub(wanted: Parameters<typeof aCampaign>[1] = {}): Promise<Hub> {
  const team = contextOf(database, await newHub(database), actorWith('employee'));
  return { team, stranger: { ...team, actor: null }, campaign: await aCampaign(team, wanted) };
}

const said = ({ campaign }: Hub, scale: string, more: object = {}) => ({
  scaleId: campaign.scale(scale).id,
  givenName: 'Awa',
  familyName: 'Diallo',
  email: 'awa@exemple.fr',
  acceptsCharter: true,
  ...more,
});
const apply = (hub: Hub, scale: string, more: object = {}) =>
  execute(hub.stranger, applyForMembership(deps), said(hub, scale, more));
const application = async ({ team }: Hub, id: string) => {
  const [row] = await team.db.select().from(membershipApplications).where(eq(membershipApplications.id, id));
  if (!row) throw new Error(`no application ${id}`);
  return row;
};

/** The same act started while another one waits, so that both have read what they stand on. */
async function bothWaiting(hub: Hub, lock: string, acts: (() => Promise<unknown>)[]): Promise<void> {
  const client = await database.ownerPool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lock]);
    const running: Promise<unknown>[] = [];
    for (const [at, act] of acts.entries()) {
      running.push(act().catch(() => null));
      await expect
        .poll(
          async () =>
            (
              await database.ownerPool.query(
                `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
              )
            ).rowCount,
          { timeout: 10_000 },
        )
        .toBe(at + 1);
    }
    await client.query('commit');
    await Promise.all(running);
  } finally {
    client.release();
  }
}

test('a yes of the team while the payment is told makes one membership, and says yes once', async () => {
  const hub = await aHub();
  const { personId } = await aPerson(hub.team, { givenName: 'Awa', familyName: 'Diallo', email: 'awa@exemple.fr' });
  const { applicationId: id } = unwrap(await apply(hub, 'Personne'));
  const { payerId } = await application(hub, id);
  const [charge] = await hub.team.db.select().from(charges).where(eq(charges.subjectId, payerId));
  unwrap(await execute(hub.team, notePayment, { chargeId: charge?.id, way: 'transfer', amount: null }));
  await bothWaiting(hub, `membership ${hub.team.hubId} ${personId}`, [
    () => execute(hub.team, acceptApplications(deps), { ids: [id], waive: true }),
    () => execute(hub.stranger, settleDues(deps), { payerId, chargeId: charge?.id }),
  ]);
  const made = await hub.team.db.select().from(memberships).where(eq(memberships.applicationId, id));
  expect(made).toHaveLength(1);
  expect((await application(hub, id)).state).toBe('accepted');
});

describe('a mailbox that two share', () => {
  const maelle = { givenName: 'Maëlle', familyName: 'Guégan', email: 'famille@exemple.fr' };
  const paul = { givenName: 'Paul', familyName: 'Guégan', email: 'famille@exemple.fr' };

  test('each reads and erases her own membership, dues and gifts, never the other’s', async () => {
    const hub = await aHub();
    const { team } = hub;
    const [her, him] = [await aPerson(team, maelle), await aPerson(team, paul)];
    // Both proved it, as happens when one of them proved it before the other was known under it.
    await database.ownerPool.query(`update contact_points set verified_at = now() where hub_id = $1`, [team.hubId]);
    unwrap(await apply(hub, 'Personne', { ...maelle, street: 'rue de Maëlle', note: 'Mot de Maëlle' }));
    const his = unwrap(await apply(hub, 'Personne', { ...paul, street: 'rue de Paul', note: 'Mot de Paul' }));
    // She also pays for somebody else, and is known as a payer by her address only.
    const theirs = unwrap(
      await apply(hub, 'Personne', {
        ...{ givenName: 'Nour', familyName: 'Le Goff', email: 'nour@exemple.fr' },
        payer: { name: 'Maëlle Guégan', email: maelle.email, address: 'chez Maëlle' },
      }),
    );
    const told = async (personId: string): Promise<string> =>
      JSON.stringify([
        await membershipPersonalData.export(team, personId),
        await paymentsPersonalData.export(team, personId),
      ]);
    const [hers, ofHim] = [await told(her.personId), await told(him.personId)];
    expect(hers).toContain('Mot de Maëlle');
    expect(hers).toContain('chez Maëlle');
    expect(hers).not.toMatch(/Paul|nour@exemple/);
    expect(ofHim).toContain('Mot de Paul');
    expect(ofHim).not.toContain('Maëlle');

    for (const holder of [membershipPersonalData, paymentsPersonalData])
      await inWork(team, (work) => holder.erase(work.db, her.personId));
    expect(await application(hub, his.applicationId)).toMatchObject({ givenName: 'Paul', email: paul.email });
    expect(await application(hub, theirs.applicationId)).toMatchObject({ givenName: 'Nour', forgottenAt: null });
    const { rows } = await database.ownerPool.query(
      `select 1 from membership_applications t where hub_id = $1 and t::text like '%Maëlle%'
        union all select 1 from dues_payers t where hub_id = $1 and t::text like '%Maëlle%'`,
      [team.hubId],
    );
    expect(rows).toEqual([]);
  });

  test('a structure stays named as the payer once the one who wrote for it is erased', async () => {
    const hub = await aHub();
    const { personId } = await aPerson(hub.team, maelle);
    await database.ownerPool.query(`update contact_points set verified_at = now() where hub_id = $1`, [hub.team.hubId]);
    unwrap(await apply(hub, 'Association', { ...maelle, organizationName: 'Le Fournil', budget: 1 }));
    await inWork(hub.team, (work) => membershipPersonalData.erase(work.db, personId));
    expect(await hub.team.db.select().from(duesPayers)).toMatchObject([{ name: 'Le Fournil', email: null }]);
  });
});
