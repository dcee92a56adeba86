import { and, eq } from 'drizzle-orm';
import { command } from '#platform/command/command.ts';
import { refuse } from '#platform/outcome/outcome.ts';
import { maySetHub } from '../policy.ts';
import { hubTerritories } from '../tables.ts';
import { saveHubSettings } from './edit-hub.ts';
import { territoryPart } from './set-hub-territory.ts';

/** Takes a part out of the territory. */
export const removeTerritoryPart = command({
  name: 'hub.remove-territory-part',
  input: territoryPart.omit({ label: true }),
  allow: maySetHub,
  async run(ctx, { kind, code }) {
    const [removed] = await ctx.db
      .delete(hubTerritories)
      .where(and(eq(hubTerritories.kind, kind), eq(hubTerritories.code, code)))
      .returning({ label: hubTerritories.label });
    if (!removed) return refuse('unknown_part');
    return saveHubSettings(ctx, {}, `Territoire : ${removed.label} retiré`);
  },
});
