import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import type { OrganizationProfile } from '../../profile/organization-profile.ts';
import { uuids } from './stored-organization.ts';

export interface PartsOf {
  id: string;
  profile: Pick<OrganizationProfile, 'locations' | 'contacts' | 'themes'>;
}

/** Writes the places, the contact persons and the themes of sheets that have none yet. */
export async function insertParts(work: CommandContext, sheets: readonly PartsOf[]): Promise<void> {
  await insertLocations(work, sheets);
  await insertContacts(work, sheets);
  await insertThemes(work, sheets);
}

export async function replaceLocations(work: CommandContext, sheets: readonly PartsOf[]): Promise<void> {
  if (sheets.length === 0) return;
  await work.db.execute(
    sql`delete from organization_locations where organization_id = any (${uuids(sheets.map(({ id }) => id))}::uuid[])`,
  );
  await insertLocations(work, sheets);
}

export async function replaceContacts(work: CommandContext, sheets: readonly PartsOf[]): Promise<void> {
  if (sheets.length === 0) return;
  await work.db.execute(
    sql`delete from contact_persons where organization_id = any (${uuids(sheets.map(({ id }) => id))}::uuid[])`,
  );
  await insertContacts(work, sheets);
}

export async function replaceThemes(work: CommandContext, sheets: readonly PartsOf[]): Promise<void> {
  if (sheets.length === 0) return;
  await work.db.execute(
    sql`delete from organization_themes where organization_id = any (${uuids(sheets.map(({ id }) => id))}::uuid[])`,
  );
  await insertThemes(work, sheets);
}

async function insertLocations(work: CommandContext, sheets: readonly PartsOf[]): Promise<void> {
  const rows = sheets.flatMap(({ id, profile }) =>
    profile.locations.map((place, position) => ({
      id: work.newId(),
      organization_id: id,
      position,
      label: place.label,
      street: place.street,
      postcode: place.postcode,
      city: place.city,
      municipality_insee: place.municipalityInsee,
      insee_year: place.inseeYear,
      lon: place.lon,
      lat: place.lat,
      is_approximate: place.isApproximate,
      visibility: place.visibility,
      opening_hours: place.openingHours,
      opening_hours_note: place.openingHoursNote,
    })),
  );
  if (rows.length === 0) return;
  await work.db
    .execute(sql`insert into organization_locations (id, organization_id, position, label, street, postcode, city,
      municipality_insee, insee_year, lon, lat, is_approximate, visibility, opening_hours, opening_hours_note)
    select id, organization_id, position, label, street, postcode, city, municipality_insee, insee_year, lon, lat,
      is_approximate, visibility, opening_hours, opening_hours_note
    from jsonb_populate_recordset(null::organization_locations, ${JSON.stringify(rows)}::jsonb)`);
}

async function insertContacts(work: CommandContext, sheets: readonly PartsOf[]): Promise<void> {
  const rows = sheets.flatMap(({ id, profile }) =>
    profile.contacts.map((person, position) => ({
      id: work.newId(),
      organization_id: id,
      position,
      person_id: person.personId,
      name: person.name,
      role: person.role,
      visibility: person.visibility,
      email: person.email,
      email_visibility: person.emailVisibility,
      phone: person.phone,
      phone_visibility: person.phoneVisibility,
    })),
  );
  if (rows.length === 0) return;
  await work.db
    .execute(sql`insert into contact_persons (id, organization_id, position, person_id, name, role, visibility,
      email, email_visibility, phone, phone_visibility)
    select id, organization_id, position, person_id, name, role, visibility, email, email_visibility, phone, phone_visibility
    from jsonb_populate_recordset(null::contact_persons, ${JSON.stringify(rows)}::jsonb)`);
}

async function insertThemes(work: CommandContext, sheets: readonly PartsOf[]): Promise<void> {
  const rows = sheets.flatMap(({ id, profile }) =>
    profile.themes.map((theme, position) => ({ organization_id: id, theme_id: theme, position })),
  );
  if (rows.length === 0) return;
  // A theme deleted since the form was drawn is left out, not an error.
  await work.db.execute(sql`insert into organization_themes (organization_id, theme_id, position)
    select r.organization_id, r.theme_id, r.position
    from jsonb_populate_recordset(null::organization_themes, ${JSON.stringify(rows)}::jsonb) r
    join themes t on t.id = r.theme_id
    on conflict do nothing`);
}
