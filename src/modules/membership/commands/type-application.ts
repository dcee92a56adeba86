import { z } from 'zod';
import { issueInvoice, notePayment } from '#modules/payments/index.ts';
import { command } from '#platform/command/command.ts';
import { executeWithin } from '#platform/command/execute.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { isStructure } from '../domain/who.ts';
import { mayKeepMemberships } from '../policy.ts';
import type { MembershipDependencies } from '../ports.ts';
import { openApplicationFor } from '../queries/applications-of.ts';
import { campaignOf, scaleOf } from '../queries/campaigns.ts';
import { knownPerson, runsUntil } from '../queries/match-member.ts';
import { applicationFields } from './application-fields.ts';
import { addApplication } from './saving/add-application.ts';
import { checkedApplication } from './saving/checked-application.ts';
import { openDues } from './saving/open-dues.ts';
import { memberName } from '../domain/member-name.ts';
import { settleApplication } from './saving/settle-application.ts';

const line = (most: number) => z.string().trim().max(most, `C’est trop long : ${most} caractères au plus.`).default('');

const input = applicationFields.extend({
  campaignId: z.uuid(),
  source: z.enum(['paper', 'phone']).default('paper'),
  /** What came with the form; null: nothing yet. */
  received: z
    .object({
      way: z.enum(['cheque', 'transfer', 'cash', 'on_site']),
      /** In cents; null: all of it. */
      amount: z.int().positive('Écrivez une somme au-dessus de zéro.').nullable().default(null),
      receivedOn: z.iso.date('Écrivez une date.').nullable().default(null),
      number: line(60),
      bank: line(80),
    })
    .nullable()
    .default(null),
});

type TypeRefusal = 'not_found' | 'unclear_fields' | 'already_member' | 'already_sent';

/**
 * Types a paper form, or what was said by phone, with what came with it: the same price, the same states and the same
 * receipt as online. Nobody’s address is invented.
 */
export const typeApplication = (deps: MembershipDependencies) =>
  command({
    name: 'membership.type-application',
    input,
    allow: mayKeepMemberships,
    async run(
      work,
      { campaignId, source, received, ...fields },
    ): Promise<Outcome<{ applicationId: string; receipt: string | null }, TypeRefusal>> {
      const campaign = await campaignOf(work.db, campaignId);
      if (!campaign || campaign.state === 'draft') return refuse('not_found');
      const { checked, errors } = await checkedApplication(work, campaign, fields, { isTyped: true });
      if (!checked) return refuse('unclear_fields', { fields: errors });
      const scale = await scaleOf(work.db, fields.scaleId);
      const structure = scale !== null && isStructure(scale.who);
      const personId = structure ? null : await knownPerson(work.db, checked.fields);
      const member = { personId, organizationId: structure ? checked.fields.organizationId : null };
      if (member.personId || member.organizationId) {
        const running = await runsUntil(work.db, member);
        if (campaign.periodKind === 'fixed' && running?.campaignId === campaign.id) return refuse('already_member');
        if (await openApplicationFor(work.db, { ...member, campaignId })) return refuse('already_sent');
      }
      const application = await addApplication(work, deps, {
        campaign,
        checked,
        source,
        personId,
        renewsId: null,
        payerId: null,
      });
      const due = await openDues(work, deps, application.payerId);
      if (due && received) {
        const noted = await executeWithin(work, notePayment, { chargeId: due.chargeId, ...received });
        if (!noted.ok) return refuse('unclear_fields', { fields: asTyped(noted.fields) });
      }
      const receipt = due && received ? await receiptOf(work, due.chargeId) : null;
      await settleApplication(work, deps, application, { receiptIsSent: receipt !== null });
      work.record({
        subjectKind: 'membership-application',
        subjectId: application.id,
        summary: `Bulletin d’adhésion saisi : ${memberName(application)}${receipt ? ` (reçu ${receipt})` : ''}`,
      });
      return accept({ applicationId: application.id, receipt });
    },
  });

/** The numbered receipt of dues that are paid; the one that stands when there is one. */
export async function receiptOf(work: CommandContext, chargeId: string): Promise<string | null> {
  return (await issueInvoice(work, { chargeId, kind: 'receipt' }))?.number ?? null;
}

const asTyped = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [`received.${name}`, text]));
