import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import { job } from '#platform/jobs/job.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { remindByItself } from '../commands/remind-members.ts';
import { endMemberships } from '../commands/saving/end-memberships.ts';
import type { MembershipDependencies } from '../ports.ts';
import { membershipApplications, memberships } from '../tables.ts';

/** Years after which what an application said that came to nothing is forgotten, and who was to pay it. */
const forgottenAfterYears = 3;

/** Ends what is over: renewed when another one goes on, lapsed once the time of grace is past. */
export const lapseMemberships = command({
  name: 'membership.lapse',
  input: z.object({}),
  allow: (actor) => actor === null,
  async run(work) {
    const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
    const { rowCount: renewed } = await work.db
      .update(memberships)
      .set({ state: 'renewed', stateAt: work.now(), updatedAt: work.now() })
      .where(
        and(
          eq(memberships.state, 'running'),
          lt(memberships.endsOn, today),
          sql`exists (select from memberships n where n.hub_id = memberships.hub_id and n.state = 'running' and n.id <> memberships.id
            and (n.person_id = memberships.person_id or n.organization_id = memberships.organization_id)
            and n.starts_on > memberships.ends_on)`,
        ),
      );
    const over = await work.db
      .select()
      .from(memberships)
      .where(and(eq(memberships.state, 'running'), lt(memberships.graceUntil, today)))
      .orderBy(asc(memberships.id))
      .for('update');
    await endMemberships(work, over, { state: 'lapsed', note: '' });
    if (over.length > 0 || renewed)
      work.record({
        subjectKind: 'memberships',
        subjectId: null,
        summary: plural(over.length, 'adhésion terminée', 'adhésions terminées'),
        details: { ids: over.map(({ id }) => id) },
      });
    else work.record({ subjectKind: 'memberships', subjectId: null, summary: 'Aucune adhésion à terminer' });
    return accept({ lapsed: over.length, renewed: renewed ?? 0 });
  },
});

/** Forgets what was said by those who did not become members, some years later. */
export const forgetOldApplications = command({
  name: 'membership.forget-old-applications',
  input: z.object({}),
  allow: (actor) => actor === null,
  async run(work) {
    const before = work.now().toZonedDateTimeISO('UTC').subtract({ years: forgottenAfterYears }).toInstant();
    const { rowCount } = await work.db
      .update(membershipApplications)
      .set({
        givenName: '',
        familyName: 'Personne oubliée',
        role: '',
        email: null,
        phone: '',
        street: '',
        postcode: '',
        otherPeople: [],
        answers: {},
        note: '',
        forgottenAt: work.now(),
      })
      .where(
        and(
          or(
            eq(membershipApplications.state, 'refused'),
            eq(membershipApplications.state, 'withdrawn'),
            // Sent, and never paid.
            and(
              eq(membershipApplications.state, 'awaiting_payment'),
              sql`not exists (select from dues_payers p join charges c on c.hub_id = p.hub_id and c.id = p.charge_id
                where p.id = ${membershipApplications.payerId} and c.received > 0)`,
            ),
          ),
          isNull(membershipApplications.forgottenAt),
          lt(membershipApplications.stateAt, before),
        ),
      );
    await work.db.execute(sql`update dues_payers p set name = 'Personne oubliée', email = null, address = ''
      where p.organization_id is null and p.name <> 'Personne oubliée'
        and exists (select from membership_applications a where a.payer_id = p.id)
        and not exists (select from membership_applications a where a.payer_id = p.id and a.forgotten_at is null)`);
    work.record({
      subjectKind: 'membership-application',
      subjectId: null,
      summary: plural(rowCount ?? 0, 'ancienne demande oubliée', 'anciennes demandes oubliées'),
    });
    return accept({ count: rowCount ?? 0 });
  },
});

/** Each morning: what is over ends, and who has to renew is asked, when the campaign says so. */
export const everyDay = (deps: MembershipDependencies) =>
  job({
    name: 'membership.every-day',
    lane: 'quick',
    payload: z.object({}),
    retries: 2,
    async run(ctx) {
      await execute(ctx, lapseMemberships, {});
      await execute(ctx, remindByItself(deps), {});
      await execute(ctx, forgetOldApplications, {});
    },
  });
