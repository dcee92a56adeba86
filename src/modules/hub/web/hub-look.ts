import type { Context } from '#platform/context/context.ts';
import { isMotif } from '#ui/relief/relief-cover.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import { isHexColour, oklchFromHex } from '#ui/theme/oklch.ts';
import type { HubSettings } from '../domain/hub-settings.ts';
import { readHubSettings } from '../queries/hub-settings.ts';

/** The settings of the hub that answers: a site is only served once it has some. */
export async function currentSettings(ctx: Context): Promise<HubSettings> {
  const settings = await readHubSettings(ctx.db, ctx.hubId);
  if (!settings) throw new Error(`the hub ${ctx.hubId} has no settings`);
  return settings;
}

/** The landscape of a hub: hue of its colour, motif it chose. */
export function landOf({ brandColor, motif }: { brandColor: string; motif: string }): Territory {
  return {
    hue: isHexColour(brandColor) ? oklchFromHex(brandColor).h : 160,
    motif: isMotif(motif) ? motif : 'hedgerows',
  };
}
