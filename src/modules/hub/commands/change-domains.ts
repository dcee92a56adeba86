import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { comparableHost } from '../domain/host-name.ts';
import { hubListChanged } from '../facts.ts';
import { mayOperate } from '../policy.ts';
import { hubDomains } from '../tables.ts';

const host = z
  .string()
  .trim()
  .transform((text) => comparableHost(text.replace(/^https?:\/\//i, '').replace(/\/.*$/, '')) ?? '')
  .refine(
    (text) => text.includes('.') && !/^[\d.:[\]]+$/.test(text),
    'Écrivez un nom de domaine, par exemple pole-exemple.fr.',
  );

/**
 * Declares that a domain name leads to a hub. Only an operator may: two hubs of an installation must not be able to
 * take each other's names.
 */
export const addDomain = command({
  name: 'hub.add-domain',
  input: z.object({ host, isPrimary: z.boolean().default(false) }),
  allow: mayOperate,
  async run(ctx, input) {
    const [taken] = await ctx.db.select().from(hubDomains).where(eq(hubDomains.host, input.host));
    if (taken && taken.hubId !== ctx.hubId)
      return refuse('domain_taken', { fields: { host: 'Ce domaine mène déjà à un autre pôle.' } });
    if (input.isPrimary)
      await ctx.db.update(hubDomains).set({ isPrimary: false }).where(eq(hubDomains.hubId, ctx.hubId));
    await ctx.db
      .insert(hubDomains)
      .values({ host: input.host, hubId: ctx.hubId, isPrimary: input.isPrimary, addedAt: ctx.now() })
      .onConflictDoUpdate({ target: hubDomains.host, set: { isPrimary: input.isPrimary } });
    ctx.publish(hubListChanged(ctx.hubId));
    ctx.record({ subjectKind: 'hub', subjectId: ctx.hubId, summary: `Domaine ${input.host} rattaché au pôle` });
    return accept({ host: input.host });
  },
});

/** Takes a domain name away from a hub. */
export const removeDomain = command({
  name: 'hub.remove-domain',
  input: z.object({ host }),
  allow: mayOperate,
  async run(ctx, input) {
    const { rowCount } = await ctx.db.execute(
      sql`delete from hub_domains where host = ${input.host} and hub_id = ${ctx.hubId}`,
    );
    if (rowCount === 0) return refuse('unknown_domain', { fields: { host: 'Ce domaine ne mène pas à ce pôle.' } });
    ctx.publish(hubListChanged(ctx.hubId));
    ctx.record({ subjectKind: 'hub', subjectId: ctx.hubId, summary: `Domaine ${input.host} retiré du pôle` });
    return accept(null);
  },
});
