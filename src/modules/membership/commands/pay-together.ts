import { asc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { cancelCharge } from '#modules/payments/index.ts';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { chargeModule } from '../domain/charge-module.ts';
import { mayKeepMemberships } from '../policy.ts';
import type { MembershipDependencies } from '../ports.ts';
import { chargesOfPayers } from '../queries/applications-of.ts';
import { membershipApplications } from '../tables.ts';
import { openDues } from './saving/open-dues.ts';

/** One payer for several applications that wait for their money: the first one’s payer pays for all, in one charge. */
export const payTogether = (deps: MembershipDependencies) =>
  command({
    name: 'membership.pay-together',
    input: z.object({
      ids: z.array(z.uuid()).min(2, 'Cochez au moins deux demandes.').max(50, '50 demandes au plus.'),
    }),
    allow: mayKeepMemberships,
    async run(work, { ids }) {
      const rows = await work.db
        .select()
        .from(membershipApplications)
        .where(inArray(membershipApplications.id, [...new Set(ids)]))
        .orderBy(asc(membershipApplications.createdAt), asc(membershipApplications.id))
        .for('update');
      const [first] = rows;
      if (!first || rows.length < 2) return refuse('two_needed');
      if (rows.some(({ state }) => state !== 'awaiting_payment')) return refuse('not_waiting');
      const payers = [...new Set(rows.map(({ payerId }) => payerId))];
      const charges = await chargesOfPayers(work.db, payers);
      if ([...charges.values()].some(({ received }) => received > 0)) return refuse('already_paid');
      await work.db
        .update(membershipApplications)
        .set({ payerId: first.payerId, updatedAt: work.now() })
        .where(
          inArray(
            membershipApplications.id,
            rows.map(({ id }) => id),
          ),
        );
      for (const left of payers.filter((id) => id !== first.payerId)) {
        const others = await work.db
          .select({ id: membershipApplications.id })
          .from(membershipApplications)
          .where(eq(membershipApplications.payerId, left));
        if (others.length === 0) await cancelCharge(work, { module: chargeModule, id: left }, 'Payée avec une autre');
        else await openDues(work, deps, left);
      }
      const due = await openDues(work, deps, first.payerId);
      work.record({
        subjectKind: 'membership-application',
        subjectId: first.id,
        summary: plural(rows.length, 'adhésion payée ensemble', 'adhésions payées ensemble'),
        details: { ids: rows.map(({ id }) => id) },
      });
      return accept({ chargeId: due?.chargeId ?? null });
    },
  });
