import { z } from 'zod';
import { noteMembers } from '#modules/directory/index.ts';
import { beginRole } from '#modules/identity/index.ts';
import { mostCharged } from '#modules/payments/index.ts';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { whos } from '../domain/who.ts';
import { linkHash } from '../links.ts';
import { mayKeepMemberships } from '../policy.ts';
import type { MembershipDependencies } from '../ports.ts';
import { campaignOf } from '../queries/campaigns.ts';
import { membershipPeople, memberships } from '../tables.ts';

const member = z
  .object({
    personId: z.uuid().nullable().default(null),
    organizationId: z.uuid().nullable().default(null),
    who: z.enum(whos),
    collegeId: z.uuid().nullable().default(null),
    /** In cents. */
    dues: z.int().min(0).max(mostCharged).default(0),
    startsOn: z.iso.date().nullable().default(null),
    /** Who stands for the structure, the first one receives letters; the member herself when empty. */
    people: z.array(z.object({ personId: z.uuid(), role: z.string().trim().max(80).default('') })).default([]),
  })
  .refine(({ personId, organizationId }) => (personId === null) !== (organizationId === null), {
    error: 'Une personne ou une structure.',
  });

/** Notes memberships known from elsewhere, without application nor money: a list from before the site. */
export const noteMemberships = ({ links }: Pick<MembershipDependencies, 'links'>) =>
  command({
    name: 'membership.note',
    input: z.object({
      campaignId: z.uuid(),
      members: z.array(member).min(1, 'La liste est vide.').max(2000, '2 000 lignes au plus.'),
    }),
    allow: mayKeepMemberships,
    async run(work, { campaignId, members }) {
      const campaign = await campaignOf(work.db, campaignId);
      if (!campaign?.startsOn || !campaign.endsOn) return refuse('not_found');
      const { startsOn, endsOn } = campaign;
      const graceUntil = endsOn.add({ days: campaign.graceDays });
      const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
      const isRunning = Temporal.PlainDate.compare(graceUntil, today) >= 0;
      const rows = members.map(({ people, ...one }) => {
        const id = work.newId();
        const own = one.personId ? [{ personId: one.personId, role: '' }] : people;
        return {
          people: own.map((person, position) => ({ ...person, membershipId: id, position, isContact: position === 0 })),
          membership: {
            ...one,
            id,
            campaignId,
            startsOn: one.startsOn === null ? startsOn : Temporal.PlainDate.from(one.startsOn),
            endsOn,
            graceUntil,
            state: isRunning ? ('running' as const) : ('lapsed' as const),
            stateAt: work.now(),
            linkHash: linkHash(links.secretOf('renewal', work.hubId, id, 1)),
            createdAt: work.now(),
            updatedAt: work.now(),
          },
        };
      });
      await work.db.insert(memberships).values(rows.map(({ membership }) => membership));
      const people = rows.flatMap((row) => row.people);
      if (people.length > 0) await work.db.insert(membershipPeople).values(people).onConflictDoNothing();
      if (isRunning) {
        for (const personId of new Set(people.map((one) => one.personId))) await beginRole(work, personId, 'member');
        await noteMembers(
          work,
          members.flatMap(({ organizationId }) => organizationId ?? []),
          true,
        );
      }
      work.record({
        subjectKind: 'membership-campaign',
        subjectId: campaignId,
        summary: `${plural(rows.length, 'adhésion notée', 'adhésions notées')} : ${campaign.name}`,
      });
      return accept({ ids: rows.map(({ membership }) => membership.id) });
    },
  });
