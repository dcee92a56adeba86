import type { Exchange } from '#platform/http/exchange.ts';
import { readPicture, type ShownPicture } from '#platform/pictures/picture.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import type { NamedOrganization, PublishingDependencies } from '../../../ports.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';

/** What surrounds one publication on its page. */
export interface ItemSetting {
  land: Territory;
  hubName: string;
  /** With the words chosen for this very page. */
  picture: ShownPicture | null;
  /** The structure that speaks; null when it is the hub. */
  organization: NamedOrganization | null;
  themes: readonly { id: string; label: string }[];
}

/** Reads the picture, the structure and the themes of a publication. */
export async function itemSetting(
  { ctx }: Exchange,
  deps: PublishingDependencies,
  { fields }: StoredPublication,
): Promise<ItemSetting> {
  const { imageId, organizationId } = fields;
  const [look, picture, named, themes] = await Promise.all([
    deps.hubLook(ctx.hubId),
    imageId ? readPicture(ctx.db, imageId) : null,
    organizationId ? deps.organizations.named(ctx, [organizationId]) : null,
    fields.themes.length > 0 ? deps.themes(ctx) : [],
  ]);
  return {
    land: look.land,
    hubName: look.name,
    picture: picture && {
      ...picture,
      alternative: fields.imageAlternative,
      credit: fields.imageCredit || picture.credit,
    },
    organization: (organizationId && named?.get(organizationId)) || null,
    themes: themes.filter(({ id }) => fields.themes.includes(id)),
  };
}
