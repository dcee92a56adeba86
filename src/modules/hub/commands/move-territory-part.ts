import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { refuse } from '#platform/outcome/outcome.ts';
import { maySetHub } from '../policy.ts';
import { hubTerritories } from '../tables.ts';
import { saveHubSettings } from './edit-hub.ts';
import { territoryPart } from './set-hub-territory.ts';

/** Moves a part of the territory one place up or down in the list that visitors read. */
export const moveTerritoryPart = command({
  name: 'hub.move-territory-part',
  input: territoryPart.omit({ label: true }).extend({ by: z.union([z.literal(-1), z.literal(1)]) }),
  allow: maySetHub,
  async run(ctx, { kind, code, by }) {
    const parts = await ctx.db.select().from(hubTerritories).orderBy(asc(hubTerritories.position)).for('update');
    const from = parts.findIndex((part) => part.kind === kind && part.code === code);
    const moved = parts[from];
    if (!moved) return refuse('unknown_part');
    parts.splice(from, 1);
    parts.splice(Math.max(0, from + by), 0, moved);
    for (const [position, part] of parts.entries()) {
      await ctx.db
        .update(hubTerritories)
        .set({ position })
        .where(and(eq(hubTerritories.kind, part.kind), eq(hubTerritories.code, part.code)));
    }
    return saveHubSettings(ctx, {}, `Territoire : ${moved.label} déplacé dans la liste`);
  },
});
