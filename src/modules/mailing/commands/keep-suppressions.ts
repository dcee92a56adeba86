import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import type { SuppressionReason } from '../domain/suppressions.ts';
import { mayKeepMailings } from '../policy.ts';
import { keepBounce, suppress } from '../sending/keep-bounce.ts';

const address = z.string().trim().toLowerCase().max(254).pipe(z.email('Écrivez une adresse e-mail entière.'));

/** Withdraws an address from all mailings because its reader said so, by phone or by answering. */
export const withdrawAddress = command({
  name: 'mailing.withdraw-address',
  input: z.object({ address, note: z.string().trim().max(500).default('') }),
  allow: mayKeepMailings,
  async run(work, { address: to, note }): Promise<Outcome<{ address: string }, never>> {
    await suppress(work, { address: to, reason: 'asked', note, createdBy: work.actor?.name ?? '' });
    work.record({
      subjectKind: 'mail-address',
      subjectId: null,
      summary: 'Adresse retirée de tous les envois, à sa demande',
    });
    return accept({ address: to });
  },
});

/** Puts an address back that a mail server had refused. What its reader decided, she alone undoes. */
export const releaseAddress = command({
  name: 'mailing.release-address',
  input: z.object({ print: z.string().regex(/^[0-9a-f]{64}$/) }),
  allow: mayKeepMailings,
  async run(work, { print }) {
    const { rows } = await work.db.execute<{ reason: SuppressionReason }>(
      sql`select reason from mail_suppressions where print = ${print} for update`,
    );
    const reason = rows[0]?.reason;
    if (!reason) return refuse('no_such_address');
    if (reason !== 'bounced' && reason !== 'paused') return refuse('her_choice');
    await work.db.execute(sql`delete from mail_suppressions where print = ${print}`);
    work.record({ subjectKind: 'mail-address', subjectId: null, summary: 'Adresse remise dans les envois' });
    return accept({});
  },
});

/** Writes by hand that a mail came back, or that its reader complained. */
export const noteBounce = command({
  name: 'mailing.note-bounce',
  input: z.object({ address, kind: z.enum(['hard', 'soft', 'complaint']) }),
  allow: mayKeepMailings,
  async run(work, { address: to, kind }): Promise<Outcome<{ address: string }, never>> {
    await keepBounce(work, { address: to, deliveryId: null, kind, code: '', source: 'team' });
    work.record({ subjectKind: 'mail-address', subjectId: null, summary: 'Retour d’un message noté' });
    return accept({ address: to });
  },
});
