import { asc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { cancelCharge } from '#modules/payments/index.ts';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { isOpen } from '../domain/application-states.ts';
import { chargeModule } from '../domain/charge-module.ts';
import { mayKeepMemberships } from '../policy.ts';
import type { MembershipDependencies } from '../ports.ts';
import { applicationsOfPayer, chargesOfPayers } from '../queries/applications-of.ts';
import { membershipApplications, type ApplicationRow } from '../tables.ts';
import { openDues } from './saving/open-dues.ts';
import { memberName } from '../domain/member-name.ts';
import { settleApplication } from './saving/settle-application.ts';
import { tellRefused } from './saving/letters.ts';

/** Rows held until the end, in one order for everybody. */
async function held(work: CommandContext, ids: readonly string[]): Promise<ApplicationRow[]> {
  return work.db
    .select()
    .from(membershipApplications)
    .where(inArray(membershipApplications.id, [...new Set(ids)]))
    .orderBy(asc(membershipApplications.id))
    .for('update');
}

const decision = {
  /** The day of the board meeting that decided; null: whoever acts decides. */
  meetingOn: z.iso.date('Écrivez la date de la séance.').nullable().default(null),
};

function decider(work: CommandContext, meetingOn: string | null) {
  const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
  const on = meetingOn === null ? today : Temporal.PlainDate.from(meetingOn);
  return {
    isAhead: Temporal.PlainDate.compare(on, today) > 0,
    words: {
      decidedOn: on,
      decidedBy: meetingOn === null ? (work.actor?.name ?? '') : `Conseil d’administration du ${formatDate(on)}`,
      decidedById: meetingOn === null ? (work.actor?.personId ?? null) : null,
    },
  };
}

/** Says yes to applications. Those not paid yet go on waiting for it, unless `waive` does not wait. */
export const acceptApplications = (deps: MembershipDependencies) =>
  command({
    name: 'membership.accept-applications',
    input: z.object({
      ids: z.array(z.uuid()).min(1, 'Cochez d’abord des lignes.').max(200, '200 lignes au plus.'),
      ...decision,
      waive: z.boolean().default(false),
    }),
    allow: mayKeepMemberships,
    async run(work, { ids, meetingOn, waive }) {
      const { isAhead, words } = decider(work, meetingOn);
      if (isAhead) return refuse('in_the_future', { fields: { meetingOn: 'Cette séance n’a pas encore eu lieu.' } });
      const open = (await held(work, ids)).filter(({ state }) => isOpen(state));
      if (open.length === 0) return refuse('nothing_open');
      let accepted = 0;
      for (const row of open) {
        const [decided = row] = await work.db
          .update(membershipApplications)
          .set({ ...words, version: row.version + 1, updatedAt: work.now() })
          .where(eq(membershipApplications.id, row.id))
          .returning();
        if ((await settleApplication(work, deps, decided, { waive })) === 'accepted') accepted += 1;
        work.record({
          subjectKind: 'membership-application',
          subjectId: row.id,
          summary: `Adhésion validée : ${memberName(row)} (${words.decidedBy})`,
        });
      }
      return accept({ decided: open.length, accepted });
    },
  });

/** Says no to an application, with the reason that its sender reads. */
export const refuseApplication = (deps: MembershipDependencies) =>
  command({
    name: 'membership.refuse-application',
    input: z.object({
      id: z.uuid(),
      ...decision,
      reason: z
        .string()
        .trim()
        .min(1, 'Dites pourquoi : la personne le lira.')
        .max(400, 'La raison tient en 400 caractères.'),
    }),
    allow: mayKeepMemberships,
    async run(work, { id, meetingOn, reason }) {
      const { isAhead, words } = decider(work, meetingOn);
      if (isAhead) return refuse('in_the_future', { fields: { meetingOn: 'Cette séance n’a pas encore eu lieu.' } });
      const [row] = await held(work, [id]);
      if (!row) return refuse('not_found');
      if (!isOpen(row.state)) return refuse('nothing_open');
      const isPaid = await closeApplication(work, deps, row, { state: 'refused', note: reason, ...words });
      await tellRefused(work, deps, row, reason, isPaid);
      work.record({
        subjectKind: 'membership-application',
        subjectId: id,
        summary: `Demande d’adhésion refusée : ${memberName(row)}`,
        details: { reason },
      });
      return accept(null);
    },
  });

/** Ends an application without membership: what is owed for it is asked no more. True when something was received. */
export async function closeApplication(
  work: CommandContext,
  deps: MembershipDependencies,
  row: ApplicationRow,
  { state, note, ...decided }: { state: 'refused' | 'withdrawn'; note: string } & Partial<ApplicationRow>,
): Promise<boolean> {
  await work.db
    .update(membershipApplications)
    .set({ ...decided, state, stateNote: note, stateAt: work.now(), updatedAt: work.now(), version: row.version + 1 })
    .where(eq(membershipApplications.id, row.id));
  const charge = (await chargesOfPayers(work.db, [row.payerId])).get(row.payerId);
  const others = (await applicationsOfPayer(work.db, row.payerId)).filter((one) => isOpen(one.state));
  if (others.length === 0)
    await cancelCharge(
      work,
      { module: chargeModule, id: row.payerId },
      `Demande d’adhésion ${state === 'refused' ? 'refusée' : 'retirée'}`,
    );
  else if ((charge?.received ?? 0) === 0) await openDues(work, deps, row.payerId);
  return (charge?.received ?? 0) > (charge?.returned ?? 0);
}

/** One line for how many were decided. */
export const decidedWords = (decided: number): string => plural(decided, 'demande validée', 'demandes validées');
