import type { Database } from '#platform/db/database.ts';
import type { ShownPicture } from '#platform/pictures/picture.ts';
import type { LegalFormFamily } from '../domain/legal-forms.ts';

/** What a list shows of a sheet. Nothing of it is ever kept from the public. */
export interface OrganizationCard {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly legalForm: LegalFormFamily | null;
  readonly mission: string;
  readonly city: string;
  readonly isMember: boolean;
  readonly offers: readonly string[];
  readonly means: readonly string[];
  readonly photo: ShownPicture | null;
}

type Raw = [
  string,
  string,
  string,
  LegalFormFamily | null,
  string,
  string | null,
  boolean,
  string[],
  string[],
  string | null,
  number | null,
  number | null,
  ShownPicture['variants'],
  string | null,
  string | null,
  number | null,
  number | null,
];

// Named, so that PostgreSQL plans it once a connection.
const statement = {
  name: 'directory-cards',
  rowMode: 'array',
  text: `select o.id, o.slug, o.name, o.legal_form, o.mission, l.city, o.is_member, o.offers[1:2], o.means[1:2],
      i.id, i.width, i.height, i.variants, coalesce(nullif(p.alternative, ''), i.alternative), coalesce(nullif(p.credit, ''), i.credit),
      i.focal_x, i.focal_y
    from unnest($1::uuid[]) with ordinality as wanted (id, place)
    join organizations o on o.hub_id = essaim_hub() and o.id = wanted.id and o.status = 'published' and o.trashed_at is null
    left join organization_locations l on l.hub_id = o.hub_id and l.organization_id = o.id and l.position = 0
    left join organization_photos p on p.hub_id = o.hub_id and p.organization_id = o.id and p.position = 0
    left join stored_images i on i.hub_id = o.hub_id and i.id = p.image_id and i.removed_at is null and i.withheld_at is null and i.visibility = 'public'
    order by wanted.place`,
} as const;

/** The cards of these sheets, in this order, by primary key in one prepared statement. */
export async function organizationCards(db: Database, ids: readonly string[]): Promise<OrganizationCard[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.$client.query({ ...statement, values: [ids] } as never);
  return (rows as unknown as Raw[]).map(
    ([
      id,
      slug,
      name,
      legalForm,
      mission,
      city,
      isMember,
      offers,
      means,
      imageId,
      width,
      height,
      variants,
      alternative,
      credit,
      focalX,
      focalY,
    ]) => ({
      id,
      slug,
      name,
      legalForm,
      mission,
      city: city ?? '',
      isMember,
      offers,
      means,
      photo: imageId
        ? {
            id: imageId,
            width: width ?? 0,
            height: height ?? 0,
            variants,
            alternative: alternative ?? '',
            credit: credit ?? '',
            focalX: focalX ?? 50,
            focalY: focalY ?? 50,
          }
        : null,
    }),
  );
}
