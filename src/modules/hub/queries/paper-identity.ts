import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import type { PaperIdentity } from '#platform/pdf/index.ts';
import { readPicture, variantFor } from '#platform/pictures/picture.ts';
import type { HubSettings } from '../domain/hub-settings.ts';
import { readHubSettings } from './hub-settings.ts';

/** How the hub presents itself on paper: name, colour, address, logo. */
export async function paperIdentity(
  ctx: Context,
  { origin, files }: { origin: string; files: Ports['files'] },
): Promise<PaperIdentity> {
  const settings = await readHubSettings(ctx.db, ctx.hubId);
  if (!settings) throw new Error(`the hub ${ctx.hubId} has no settings`);
  const picture = settings.logoImageId ? await readPicture(ctx.db, settings.logoImageId) : null;
  const variant = picture && variantFor(picture, 640, 'jpeg');
  return {
    name: settings.name,
    brandColor: settings.brandColor,
    lines: linesOf(settings),
    origin,
    // A logo that the store lost does not keep a paper from being printed.
    logo: variant && (await files.exists(variant.key)) ? await files.getBytes(variant.key) : null,
  };
}

function linesOf({ street, postcode, city, phone, email, legal }: HubSettings): string[] {
  const joined = (parts: readonly (string | null | undefined)[], mark: string) => parts.filter(Boolean).join(mark);
  return [
    joined([street, joined([postcode, city], ' ')], ', '),
    joined([phone, email], ' · '),
    joined([legal.legalForm, legal.siren && `SIREN ${legal.siren}`, legal.rna && `RNA ${legal.rna}`], ' · '),
  ].filter((line) => line !== '');
}
