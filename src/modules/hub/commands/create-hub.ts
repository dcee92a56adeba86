import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { hubName, slug } from '../domain/hub-fields.ts';
import { hubListChanged } from '../facts.ts';
import { mayOperate } from '../policy.ts';

/**
 * Opens a hub in the installation. Runs in a context of the new hub (`hubId` of the context is the new id), under the
 * name of an operator; the person who will run it signs in through a link made afterwards.
 */
export const createHub = command({
  name: 'hub.create',
  input: z.object({ name: hubName, slug, isDemo: z.boolean().default(false) }),
  allow: mayOperate,
  async run(ctx, input) {
    const { rowCount } = await ctx.db.execute(
      sql`insert into hubs (id, slug, is_demo, created_at)
        values (${ctx.hubId}, ${input.slug}, ${input.isDemo}, ${ctx.now().toString()}) on conflict do nothing`,
    );
    if (rowCount === 0)
      return refuse('slug_taken', { fields: { slug: 'Un autre pôle porte déjà ce nom dans les adresses.' } });
    await ctx.db.execute(sql`insert into hub_settings (name) values (${input.name})`);
    ctx.publish(hubListChanged(ctx.hubId));
    ctx.record({ subjectKind: 'hub', subjectId: ctx.hubId, summary: `Pôle « ${input.name} » ouvert` });
    return accept({ hubId: ctx.hubId });
  },
});
