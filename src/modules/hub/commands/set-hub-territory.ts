import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { maySetHub } from '../policy.ts';
import { hubTerritories } from '../tables.ts';
import { saveHubSettings } from './edit-hub.ts';

/** A part of a territory, as forms and files send it. */
export const territoryPart = z.object({
  kind: z.enum(['municipality', 'epci', 'departement']),
  code: z.string().regex(/^[0-9AB]{2,9}$/, 'Ce code n’est pas un code de l’Insee.'),
  label: z.string().trim().min(1).max(120),
});

/** Says on which municipalities, inter-municipalities or départements the hub works, in its own order. */
export const setHubTerritory = command({
  name: 'hub.set-territory',
  input: z.object({
    parts: z.array(territoryPart).max(400, 'Le territoire compte 400 communes ou intercommunalités au plus.'),
  }),
  allow: maySetHub,
  async run(ctx, { parts }) {
    const unique = [...new Map(parts.map((entry) => [`${entry.kind}:${entry.code}`, entry])).values()];
    await ctx.db.delete(hubTerritories).where(sql`true`);
    if (unique.length > 0)
      await ctx.db.insert(hubTerritories).values(unique.map((entry, position) => ({ ...entry, position })));
    return saveHubSettings(
      ctx,
      {},
      unique.length ? `Territoire : ${unique.map((entry) => entry.label).join(', ')}` : 'Territoire vidé',
    );
  },
});
