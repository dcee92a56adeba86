import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepMemberships } from '../policy.ts';
import { membershipByLink } from '../queries/membership-by-link.ts';
import { memberships } from '../tables.ts';
import { endMemberships } from './saving/end-memberships.ts';

/** A member leaves before the end, by her own wish or by a decision. */
export const endMembership = command({
  name: 'membership.end',
  input: z.object({
    id: z.uuid(),
    reason: z
      .string()
      .trim()
      .min(1, 'Dites pourquoi : l’historique le gardera.')
      .max(400, 'La raison tient en 400 caractères.'),
  }),
  allow: mayKeepMemberships,
  async run(work, { id, reason }) {
    const [row] = await work.db.select().from(memberships).where(eq(memberships.id, id)).for('update');
    if (!row) return refuse('not_found');
    if (row.state !== 'running') return refuse('already_over');
    await endMemberships(work, [row], { state: 'left', note: reason });
    work.record({ subjectKind: 'membership', subjectId: id, summary: 'Adhésion arrêtée', details: { reason } });
    return accept(null);
  },
});

/** No more letters about the renewal of this membership: noted by the team. */
export const stopReminders = command({
  name: 'membership.stop-reminders',
  input: z.object({
    id: z.uuid(),
    reason: z.string().trim().max(300, 'La raison tient en 300 caractères.').default(''),
  }),
  allow: mayKeepMemberships,
  async run(work, { id, reason }) {
    const { rowCount } = await work.db
      .update(memberships)
      .set({ remindersStoppedAt: work.now(), stopReason: reason, updatedAt: work.now() })
      .where(eq(memberships.id, id));
    if (rowCount === 0) return refuse('not_found');
    work.record({ subjectKind: 'membership', subjectId: id, summary: 'Plus de relance pour cette adhésion' });
    return accept(null);
  },
});

/** The same, said by the member from the link of a letter. */
export const stopOwnReminders = command({
  name: 'membership.stop-own-reminders',
  input: z.object({
    secret: z.string().max(100),
    reason: z.string().trim().max(300, 'La raison tient en 300 caractères.').default(''),
  }),
  allow: () => true,
  async run(work, { secret, reason }) {
    const row = await membershipByLink(work.db, secret);
    if (!row) return refuse('not_found');
    if (row.remindersStoppedAt === null)
      await work.db
        .update(memberships)
        .set({ remindersStoppedAt: work.now(), stopReason: reason, updatedAt: work.now() })
        .where(eq(memberships.id, row.id));
    work.record({
      subjectKind: 'membership',
      subjectId: row.id,
      summary: 'L’adhérent·e demande de ne plus être relancé·e',
    });
    return accept(null);
  },
});
