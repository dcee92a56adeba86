import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { isOpen } from '../domain/application-states.ts';
import type { MembershipDependencies } from '../ports.ts';
import { applicationByLink, chargesOfPayers } from '../queries/applications-of.ts';
import { campaignOf } from '../queries/campaigns.ts';
import { membershipApplications } from '../tables.ts';
import { applicationFields } from './application-fields.ts';
import { closeApplication } from './decide.ts';
import { checkedApplication } from './saving/checked-application.ts';
import { fitsTogether, openDues } from './saving/open-dues.ts';
import { memberName } from '../domain/member-name.ts';
import { settleApplication } from './saving/settle-application.ts';

/** Changes one’s own answers, as long as nothing was paid nor decided. */
export const changeOwnApplication = (deps: MembershipDependencies) =>
  command({
    name: 'membership.change-own-application',
    input: applicationFields.extend({ secret: z.string().max(100) }),
    allow: () => true,
    async run(work, { secret, ...fields }) {
      const found = await applicationByLink(work.db, secret);
      const [row] = found
        ? await work.db
            .select()
            .from(membershipApplications)
            .where(eq(membershipApplications.id, found.id))
            .for('update')
        : [];
      const campaign = row && (await campaignOf(work.db, row.campaignId));
      if (!row || !campaign) return refuse('not_found');
      const charge = (await chargesOfPayers(work.db, [row.payerId])).get(row.payerId);
      if (!isOpen(row.state) || (charge?.received ?? 0) > 0 || row.decidedOn !== null) return refuse('too_late');
      // What was agreed to stays agreed to: the box is not asked again.
      const { checked, errors } = await checkedApplication(
        work,
        campaign,
        {
          ...fields,
          ...(row.renewsId && row.organizationId ? { organizationId: row.organizationId, organizationName: '' } : {}),
          acceptsCharter: true,
        },
        { isTyped: false },
      );
      if (!checked) return refuse('unclear_fields', { fields: errors });
      const { fields: kept, scale, dues, answers } = checked;
      if (!(await fitsTogether(work, row.payerId, { dues, donation: kept.donation }, row.id)))
        return refuse('too_much_together');
      const [changed = row] = await work.db
        .update(membershipApplications)
        .set({
          scaleId: scale.id,
          collegeId: scale.collegeId,
          who: scale.who,
          organizationId: kept.organizationId,
          organizationName: kept.organizationName,
          givenName: kept.givenName,
          familyName: kept.familyName,
          role: kept.role,
          email: kept.email,
          phone: kept.phone,
          street: kept.street,
          postcode: kept.postcode,
          city: kept.city,
          budget: kept.budget,
          staff: kept.staff,
          answers,
          dues,
          donation: kept.donation,
          version: row.version + 1,
          updatedAt: work.now(),
        })
        .where(eq(membershipApplications.id, row.id))
        .returning();
      await openDues(work, deps, row.payerId);
      await settleApplication(work, deps, changed);
      work.record({
        subjectKind: 'membership-application',
        subjectId: row.id,
        summary: `Demande d’adhésion changée par son auteur : ${memberName(changed)}`,
      });
      return accept({ applicationId: row.id });
    },
  });

/** Takes one’s own application back. */
export const withdrawOwnApplication = (deps: MembershipDependencies) =>
  command({
    name: 'membership.withdraw-own-application',
    input: z.object({ secret: z.string().max(100) }),
    allow: () => true,
    async run(work, { secret }) {
      const found = await applicationByLink(work.db, secret);
      const [row] = found
        ? await work.db
            .select()
            .from(membershipApplications)
            .where(eq(membershipApplications.id, found.id))
            .for('update')
        : [];
      if (!row) return refuse('not_found');
      if (!isOpen(row.state)) return refuse('too_late');
      await closeApplication(work, deps, row, { state: 'withdrawn', note: 'Retirée par la personne' });
      work.record({
        subjectKind: 'membership-application',
        subjectId: row.id,
        summary: `Demande d’adhésion retirée : ${memberName(row)}`,
      });
      return accept(null);
    },
  });
