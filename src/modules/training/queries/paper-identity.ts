import { readHubSettings } from '#modules/hub/index.ts';
import type { Reader } from '#platform/db/database.ts';
import type { PaperIdentity } from '#platform/pdf/index.ts';

/** Whose paper it is: the head and foot of everything a hub prints. */
export async function paperIdentity(db: Reader, hubId: string, origin: string): Promise<PaperIdentity> {
  const settings = await readHubSettings(db, hubId);
  if (!settings) throw new Error(`the hub ${hubId} has no settings`);
  const { name, brandColor, street, postcode, city, phone, email, legal } = settings;
  return {
    name,
    brandColor,
    origin,
    lines: [
      [street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
      [phone, email].filter(Boolean).join(' · '),
      legal.siren ? `SIREN ${legal.siren}` : '',
    ].filter(Boolean),
  };
}
