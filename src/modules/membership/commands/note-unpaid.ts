import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { takeBackReceived } from '#modules/payments/index.ts';
import { command } from '#platform/command/command.ts';
import { formatMoney } from '#platform/french/index.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { unpaidMail } from '../emails/membership-mails.ts';
import { memberName } from '../domain/member-name.ts';
import { unpaidCauses, unpaidCauseNames } from '../domain/unpaid.ts';
import { mayKeepMemberships } from '../policy.ts';
import type { MembershipDependencies } from '../ports.ts';
import { chargesOfPayers } from '../queries/applications-of.ts';
import { membershipApplications } from '../tables.ts';
import { toldOf } from './saving/letters.ts';

/**
 * Says that dues which were received are not: the line of the ledger is reversed, and the letter of the team leaves, or
 * none. Without line to reverse, the money went back already and only the letter is written.
 */
export const noteUnpaidDues = (deps: MembershipDependencies) =>
  command({
    name: 'membership.note-unpaid-dues',
    input: z.object({
      id: z.uuid(),
      entryId: z.uuid('Choisissez le règlement qui n’a pas tenu.').nullable().default(null),
      cause: z.enum(unpaidCauses, 'Choisissez ce qui s’est passé.').nullable().default(null),
      note: z.string().trim().max(200, '200 caractères au plus.').default(''),
      letter: z
        .object({
          subject: z.string().trim().min(1, 'Donnez un objet à ce mail.').max(150, '150 caractères au plus.'),
          text: z
            .string()
            .trim()
            .min(1, 'Écrivez ce mail, ou décochez la case.')
            .max(3000, '3 000 caractères au plus.'),
        })
        .nullable()
        .default(null),
    }),
    allow: mayKeepMemberships,
    async run(work, { id, entryId, cause, note, letter }) {
      const [row] = await work.db
        .select()
        .from(membershipApplications)
        .where(eq(membershipApplications.id, id))
        .for('update');
      const charge = row && (await chargesOfPayers(work.db, [row.payerId])).get(row.payerId);
      if (!row || !charge) return refuse('not_found');
      if (entryId === null && charge.left === 0)
        return refuse('unclear_fields', { fields: { entryId: 'Choisissez le règlement qui n’a pas tenu.' } });
      if (entryId === null && letter === null) return refuse('nothing_to_note');
      if (entryId !== null) {
        if (cause === null) return refuse('unclear_fields', { fields: { cause: 'Choisissez ce qui s’est passé.' } });
        const done = await takeBackReceived(work, {
          chargeId: charge.id,
          entryId,
          cause: cause === 'mistake' ? 'mistake' : 'bounced',
          reason: [unpaidCauseNames[cause], note].filter(Boolean).join(' : '),
        });
        if (done !== 'done') return refuse(done === 'not_found' ? 'nothing_to_reverse' : done);
      }
      const after = (await chargesOfPayers(work.db, [row.payerId])).get(row.payerId) ?? charge;
      const told = letter && (await toldOf(work, deps, row));
      if (letter && told) await sendMail(work, unpaidMail(told, { ...letter, isOwed: after.left > 0 }));
      const reversed = entryId !== null && cause ? `${unpaidCauseNames[cause]}, ` : '';
      work.record({
        subjectKind: 'membership-application',
        subjectId: id,
        summary: `Cotisation impayée : ${memberName(row)} (${reversed}reste ${formatMoney(after.left)}${told ? ', mail envoyé' : ''})`,
        details: { note },
      });
      return accept({ left: after.left, isTold: told !== null });
    },
  });
