import type { Context } from '#platform/context/context.ts';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { addOrganization } from '../commands/add-organization.ts';
import { addTheme } from '../commands/add-theme.ts';
import type { OrganizationLocation, ProfileChanges } from '../profile/organization-profile.ts';

/** A place in Guichen, an hour's walk from nowhere. */
export const guichen: OrganizationLocation = {
  label: '',
  street: '4 place Georges-Le-Cornec',
  postcode: '35580',
  city: 'Guichen',
  municipalityInsee: '35126',
  inseeYear: 2026,
  lon: -1.7953,
  lat: 47.9676,
  isApproximate: false,
  visibility: 'public',
  openingHours: '',
  openingHoursNote: '',
};

/** A sheet added by the actor of the context, « Les Jardins du Semnon » unless said otherwise. */
export async function anOrganization(
  ctx: Context,
  profile: ProfileChanges = {},
  options: { status?: 'draft' | 'published' } = {},
): Promise<{ id: string; slug: string }> {
  return unwrap(
    await execute(ctx, addOrganization, {
      profile: { name: 'Les Jardins du Semnon', locations: [guichen], ...profile },
      status: options.status ?? 'published',
      isAnother: true,
    }),
  );
}

/** A theme of the hub, « Alimentation » unless said otherwise. */
export async function aTheme(ctx: Context, label = 'Alimentation', parentId: string | null = null): Promise<string> {
  return unwrap(await execute(ctx, addTheme, { label, parentId, hue: parentId ? null : 'leaf' })).id;
}
