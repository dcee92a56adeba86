import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { isOpen, stateAfter, type ApplicationState } from '../../domain/application-states.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { chargesOfPayers } from '../../queries/applications-of.ts';
import { campaignOf } from '../../queries/campaigns.ts';
import { membershipApplications, type ApplicationRow } from '../../tables.ts';
import { beginMembership } from './begin-membership.ts';
import { tellAccepted } from './letters.ts';

/**
 * Moves an application as far as it can go: waits for its money, then for a yes when the statutes ask for one, then
 * becomes a membership. `waive` does not wait for the money. The row is held and read anew: a payment told twice at once,
 * or a yes while the money comes, makes one membership.
 */
export async function settleApplication(
  work: CommandContext,
  deps: MembershipDependencies,
  { id }: Pick<ApplicationRow, 'id'>,
  { waive = false, receiptIsSent = false } = {},
): Promise<ApplicationState> {
  const [application] = await work.db
    .select()
    .from(membershipApplications)
    .where(eq(membershipApplications.id, id))
    .for('update');
  if (!application) throw new Error(`there is no application ${id}`);
  if (!isOpen(application.state)) return application.state;
  const campaign = await campaignOf(work.db, application.campaignId);
  if (!campaign) throw new Error(`the application ${application.id} has no campaign`);
  const charge = (await chargesOfPayers(work.db, [application.payerId])).get(application.payerId);
  const isFree = application.dues + application.donation === 0;
  const state = stateAfter({
    isSettled: waive || isFree || charge?.state === 'paid',
    needsBoard: campaign.needsBoard,
    isApproved: application.decidedOn !== null,
  });
  const membership = state === 'accepted' ? await beginMembership(work, deps, campaign, application) : null;
  const isDouble = state === 'accepted' && membership === null;
  const reached = isDouble ? 'awaiting_board' : state;
  const note = isDouble ? 'Déjà adhérent·e pour ces dates : à regarder.' : application.stateNote;
  if (reached === application.state && note === application.stateNote) return reached;
  await work.db
    .update(membershipApplications)
    .set({
      state: reached,
      stateAt: work.now(),
      stateNote: note,
      version: application.version + 1,
      updatedAt: work.now(),
      ...(membership?.personId ? { personId: membership.personId } : {}),
      ...(membership?.organizationId ? { organizationId: membership.organizationId } : {}),
    })
    .where(eq(membershipApplications.id, application.id));
  if (membership) await tellAccepted(work, deps, campaign, application, membership, receiptIsSent);
  return reached;
}
