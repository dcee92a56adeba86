import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { persons } from '#modules/identity/tables.ts';
import { applyForMembership } from '#modules/membership/commands/apply.ts';
import { acceptApplications } from '#modules/membership/commands/decide.ts';
import { settleDues } from '#modules/membership/commands/follow-payments.ts';
import { openMembershipLinks } from '#modules/membership/links.ts';
import { membershipApplications, memberships } from '#modules/membership/tables.ts';
import { aCampaign, type BuiltCampaign } from '#modules/membership/testing/builders.ts';
import { notePayment } from '#modules/payments/commands/note-payment.ts';
import { openPaymentLinks } from '#modules/payments/index.ts';
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

test('a payment told several times at once, while the team says yes, makes one membership of one person', async () => {
  const hub = await aHub({ rolling: true });
  const { applicationId: id } = unwrap(await apply(hub, 'Personne', { familyName: 'Unique' }));
  const { payerId } = await application(hub, id);
  const [charge] = await hub.team.db.select().from(charges).where(eq(charges.subjectId, payerId));
  unwrap(await execute(hub.team, notePayment, { chargeId: charge?.id, way: 'transfer', amount: null }));
  await Promise.all([
    ...Array.from({ length: 4 }, () =>
      execute(hub.stranger, settleDues(deps), { payerId, chargeId: charge?.id }).catch(() => null),
    ),
    execute(hub.team, acceptApplications(deps), { ids: [id], waive: true }),
  ]);
  const made = await hub.team.db.select().from(memberships).where(eq(memberships.applicationId, id));
  expect(made).toHaveLength(1);
  expect((await application(hub, id)).state).toBe('accepted');
  expect(await hub.team.db.select().from(persons).where(eq(persons.familyName, 'Unique'))).toHaveLength(1);
});
