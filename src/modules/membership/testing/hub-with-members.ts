import { eq } from 'drizzle-orm';
import { chargesOf, notePayment, openPaymentLinks } from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, type TestDatabase, type Witness } from '#tests/support/database.ts';
import { openMembershipLinks } from '../links.ts';
import { membershipApplications, memberships } from '../tables.ts';
import { aCampaign, type BuiltCampaign } from './builders.ts';
import { applyForMembership } from '../commands/apply.ts';
import { chargeModule as membershipChargeModule } from '../domain/charge-module.ts';
import { settleDues } from '../commands/follow-payments.ts';
import { typeApplication } from '../commands/type-application.ts';

export const links = openMembershipLinks('secret-d-essai', async () => 'https://pole.example');
export const deps = { links, payments: openPaymentLinks('secret-d-essai'), ports: {} as never };

export interface Hub {
  team: Context & { witness: Witness };
  campaign: BuiltCampaign;
}

export async function aHub(database: TestDatabase, wanted: Parameters<typeof aCampaign>[1] = {}): Promise<Hub> {
  const team = contextOf(database, await newHub(database), actorWith('employee'));
  return { team, campaign: await aCampaign(team, wanted) };
}

export const machine = (ctx: Context): Context => ({ ...ctx, actor: null });
/** The same hub, some days later. */
export const later = <Ctx extends Context>(ctx: Ctx, days: number): Ctx => ({
  ...ctx,
  clock: { now: () => Temporal.Now.instant().add({ hours: 24 * days }) },
});

let names = 0;
export function said(campaign: BuiltCampaign, scale: string, more: object = {}) {
  names += 1;
  return {
    scaleId: campaign.scale(scale).id,
    givenName: 'Awa',
    familyName: `Nom${names}`,
    email: `awa${names}@exemple.fr`,
    acceptsCharter: true,
    ...more,
  };
}

export const typed = async ({ team, campaign }: Hub, scale: string, more: object = {}) =>
  unwrap(
    await execute(team, typeApplication(deps), {
      ...said(campaign, scale, more),
      campaignId: campaign.id,
      received: { way: 'cash' },
    }),
  ).applicationId;
export const applied = async ({ team, campaign }: Hub, scale: string, more: object = {}) =>
  unwrap(await execute(machine(team), applyForMembership(deps), said(campaign, scale, more))).applicationId;
export const application = async ({ team }: Hub, id: string) =>
  (await team.db.select().from(membershipApplications).where(eq(membershipApplications.id, id)))[0];
export const membershipFor = async ({ team }: Hub, id: string) =>
  (await team.db.select().from(memberships).where(eq(memberships.applicationId, id)))[0];

/** All that is owed by the payer of this application comes in, and what follows is done. */
export async function pay(hub: Hub, id: string, amount: number | null = null): Promise<void> {
  const row = await application(hub, id);
  const payerId = row?.payerId ?? '';
  const all = (await chargesOf(hub.team.db, membershipChargeModule, [payerId])).get(payerId) ?? [];
  const charge = all.find(({ state }) => state === 'due');
  const noted = unwrap(await execute(hub.team, notePayment, { chargeId: charge?.id, way: 'transfer', amount }));
  if (noted.state !== 'paid') return;
  unwrap(await execute(machine(hub.team), settleDues(deps), { payerId: row?.payerId, chargeId: charge?.id }));
}
