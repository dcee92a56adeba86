import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { isOpen, type ApplicationSource } from '../domain/application-states.ts';
import { isOpenOn } from '../domain/period.ts';
import { isStructure } from '../domain/who.ts';
import type { MembershipDependencies } from '../ports.ts';
import { applicationByLink, chargesOfPayers, openApplicationFor } from '../queries/applications-of.ts';
import { campaignOf, openCampaign, type Campaign } from '../queries/campaigns.ts';
import { runsUntil } from '../queries/match-member.ts';
import { membershipByLink } from '../queries/membership-by-link.ts';
import { applicationFields, type ApplicationFields } from './application-fields.ts';
import { addApplication } from './saving/add-application.ts';
import { checkedApplication } from './saving/checked-application.ts';
import { announceWay } from './saving/announce-way.ts';
import { mayWriteTo, tellReceived } from './saving/letters.ts';
import { fitsTogether, openDues } from './saving/open-dues.ts';
import { memberName } from '../domain/member-name.ts';
import { settleApplication } from './saving/settle-application.ts';

type ApplyRefusal =
  | 'not_open'
  | 'unclear_fields'
  | 'already_member'
  | 'already_sent'
  | 'too_many_letters'
  | 'too_much_together'
  | 'not_found';

interface Sent {
  applicationId: string;
  /** Where it is paid, when something is owed. */
  payPath: string | null;
}

/** Asks to become a member, from the site. `with` is the private link of an application paid by the same person. */
export const applyForMembership = (deps: MembershipDependencies) =>
  command({
    name: 'membership.apply',
    input: applicationFields.extend({ with: z.string().max(100).default('') }),
    allow: () => true,
    async run(work, { with: other, ...fields }): Promise<Outcome<Sent, ApplyRefusal>> {
      const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
      const campaign = await openCampaign(work.db, today);
      if (!campaign) return refuse('not_open');
      const beside = other === '' ? null : await applicationByLink(work.db, other);
      const charge = beside && (await chargesOfPayers(work.db, [beside.payerId])).get(beside.payerId);
      const isJoinable = beside !== null && isOpen(beside.state) && (charge?.received ?? 0) === 0;
      return receive(work, deps, campaign, fields, {
        source: 'online',
        personId: null,
        renewsId: null,
        payerId: isJoinable ? beside.payerId : null,
      });
    },
  });

/** Goes on being a member, from the private link of a reminder: the price and the charter are asked again. */
export const renewMembership = (deps: MembershipDependencies) =>
  command({
    name: 'membership.renew',
    input: applicationFields.extend({ secret: z.string().max(100) }),
    allow: () => true,
    async run(work, { secret, ...fields }): Promise<Outcome<Sent, ApplyRefusal>> {
      const membership = await membershipByLink(work.db, secret);
      if (!membership) return refuse('not_found');
      const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
      const campaign = await openCampaign(work.db, today);
      if (!campaign) return refuse('not_open');
      // The link says who renews; what was typed says the rest.
      const own = {
        ...fields,
        organizationId: membership.organizationId,
        ...(membership.organizationId ? { organizationName: '' } : {}),
      };
      return receive(work, deps, campaign, own, {
        source: 'renewal',
        personId: membership.personId,
        renewsId: membership.id,
        payerId: null,
      });
    },
  });

/** Two sendings for one member wait for each other, so that only one application is on its way. */
async function receive(
  work: CommandContext,
  deps: MembershipDependencies,
  campaign: Campaign,
  fields: ApplicationFields,
  how: { source: ApplicationSource; personId: string | null; renewsId: string | null; payerId: string | null },
): Promise<Outcome<Sent, ApplyRefusal>> {
  const { checked, errors } = await checkedApplication(work, campaign, fields, { isTyped: false });
  if (!checked) return refuse('unclear_fields', { fields: errors });
  const structure = isStructure(checked.scale.who);
  if (how.renewsId && structure !== (how.personId === null))
    return refuse('unclear_fields', { fields: { scaleId: 'Choisissez ce qui vous correspond.' } });
  const member = {
    personId: structure ? null : how.personId,
    organizationId: structure ? checked.fields.organizationId : null,
  };
  if (member.personId || member.organizationId) {
    await work.db.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`application ${work.hubId} ${member.organizationId ?? member.personId}`}, 0))`,
    );
    const running = await runsUntil(work.db, member);
    const covers = campaign.periodKind === 'fixed' ? running?.campaignId === campaign.id : false;
    if (covers) return refuse('already_member');
    const renews = how.renewsId ? { renews: how.renewsId } : {};
    if (await openApplicationFor(work.db, { ...member, campaignId: campaign.id, ...renews }))
      return refuse('already_sent');
  }
  if (fields.email && !(await mayWriteTo(work, fields.email))) return refuse('too_many_letters');
  const asked = { dues: checked.dues, donation: checked.fields.donation };
  if (how.payerId && !(await fitsTogether(work, how.payerId, asked))) return refuse('too_much_together');
  const application = await addApplication(work, deps, { campaign, checked, ...how });
  const due = await openDues(work, deps, application.payerId);
  const way = fields.paymentWay && campaign.paymentWays.includes(fields.paymentWay) ? fields.paymentWay : null;
  if (due && way) await announceWay(work, deps, due.chargeId, way);
  await tellReceived(work, deps, application, due ? way : null);
  await settleApplication(work, deps, application);
  work.record({
    subjectKind: 'membership-application',
    subjectId: application.id,
    summary: `${how.renewsId ? 'Renouvellement demandé' : 'Demande d’adhésion'} : ${memberName(application)}`,
  });
  return accept({ applicationId: application.id, payPath: due?.path ?? null });
}

/** Whether a campaign still takes what somebody changes or pays. */
export async function stillOpen(work: CommandContext, campaignId: string): Promise<boolean> {
  const campaign = await campaignOf(work.db, campaignId);
  return campaign !== null && isOpenOn(campaign, work.now().toZonedDateTimeISO(work.zone).toPlainDate());
}
