import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepMailings } from '../../policy.ts';
import { readPlan } from '../queries/coming-items.ts';
import { digestChoices, digestPlans } from '../tables.ts';

const ref = z.object({ kind: z.string().regex(/^[a-z_]{1,40}$/), id: z.uuid() });

/** Introduces the next digest, puts its informations in order, leaves some out or takes them back. */
export const arrangeDigest = command({
  name: 'mailing.arrange-digest',
  input: z.object({
    version: z.coerce.number().int(),
    introduction: z.string().trim().max(2000, '2 000 signes au plus.'),
    /** All those told, in order; left as they are when empty. */
    order: z.array(ref).max(2_000).default([]),
    leaveOut: ref.nullable().default(null),
    takeBack: ref.nullable().default(null),
  }),
  allow: mayKeepMailings,
  async run(work, { version, introduction, order, leaveOut, takeBack }) {
    const at = work.now();
    await work.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('digest plan ' || essaim_hub()::text, 0))`);
    if ((await readPlan(work.db)).version !== version) return refuse('changed_meanwhile');
    await work.db
      .insert(digestPlans)
      .values({ introduction, updatedAt: at })
      .onConflictDoUpdate({
        target: digestPlans.hubId,
        set: { introduction, updatedAt: at, version: sql`${digestPlans.version} + 1` },
      });
    const target = [digestChoices.hubId, digestChoices.kind, digestChoices.itemId];
    for (const [position, { kind, id: itemId }] of order.entries())
      await work.db
        .insert(digestChoices)
        .values({ kind, itemId, position, at })
        .onConflictDoUpdate({ target, set: { position } });
    for (const [one, isLeftOut] of [[leaveOut, true] as const, [takeBack, false] as const]) {
      if (!one) continue;
      const set = { isLeftOut, ...(isLeftOut ? { isWanted: false } : {}) };
      await work.db
        .insert(digestChoices)
        .values({ kind: one.kind, itemId: one.id, at, isLeftOut })
        .onConflictDoUpdate({ target, set });
    }
    work.record({ subjectKind: 'mailing', subjectId: null, summary: 'Prochain récapitulatif arrangé' });
    return accept(null);
  },
});
