import { and, eq, isNull, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { hubListChanged } from '../facts.ts';
import { mayOperate } from '../policy.ts';
import { hubs } from '../tables.ts';

/** Closes a hub: its site stops answering, nothing is erased. Runs in a context of that hub. */
export const closeHub = command({
  name: 'hub.close',
  input: z.object({}),
  allow: mayOperate,
  async run(ctx) {
    const { rowCount } = await ctx.db
      .update(hubs)
      .set({ closedAt: ctx.now() })
      .where(and(eq(hubs.id, ctx.hubId), isNull(hubs.closedAt)));
    if (rowCount === 0) return refuse('already_closed');
    ctx.publish(hubListChanged(ctx.hubId));
    ctx.record({ subjectKind: 'hub', subjectId: ctx.hubId, summary: 'Pôle fermé : son site ne répond plus' });
    return accept(null);
  },
});

/** Opens again a hub that was closed, as it was. */
export const reopenHub = command({
  name: 'hub.reopen',
  input: z.object({}),
  allow: mayOperate,
  async run(ctx) {
    const { rowCount } = await ctx.db
      .update(hubs)
      .set({ closedAt: null })
      .where(and(eq(hubs.id, ctx.hubId), isNotNull(hubs.closedAt)));
    if (rowCount === 0) return refuse('already_open');
    ctx.publish(hubListChanged(ctx.hubId));
    ctx.record({ subjectKind: 'hub', subjectId: ctx.hubId, summary: 'Pôle rouvert' });
    return accept(null);
  },
});
