import { max } from 'drizzle-orm';
import { command } from '#platform/command/command.ts';
import { maySetHub } from '../policy.ts';
import { hubTerritories } from '../tables.ts';
import { saveHubSettings } from './edit-hub.ts';
import { territoryPart } from './set-hub-territory.ts';

/** Adds a municipality, an inter-municipality or a département at the end of the territory. Done again, changes nothing. */
export const addTerritoryPart = command({
  name: 'hub.add-territory-part',
  input: territoryPart,
  allow: maySetHub,
  async run(ctx, part) {
    const [last] = await ctx.db.select({ position: max(hubTerritories.position) }).from(hubTerritories);
    const position = (last?.position ?? -1) + 1;
    await ctx.db
      .insert(hubTerritories)
      .values({ ...part, position })
      .onConflictDoNothing();
    return saveHubSettings(ctx, {}, `Territoire : ${part.label} ajouté`);
  },
});
