import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { organizationChanged } from '../../facts.ts';
import { changedFields } from '../../profile/changed-fields.ts';
import type { ProfileChanges, ProfileField } from '../../profile/organization-profile.ts';
import { allocateSlugs } from './allocate-slugs.ts';
import { indexOrganizations } from './index-organizations.ts';
import { profileColumns, profileRow } from './profile-row.ts';
import { originsAfter, type Provenance } from './provenance.ts';
import type { StoredOrganization } from './stored-organization.ts';
import { replaceContacts, replaceLocations, replaceThemes } from './write-parts.ts';
import { writeVersions, type VersionAct } from './write-versions.ts';

export interface SheetChange {
  /** As read by `lockOrganizations` in this transaction. */
  stored: StoredOrganization;
  changes: ProfileChanges;
}

/** One sheet after its change. */
export interface ChangedSheet extends StoredOrganization {
  changed: ProfileField[];
}

/**
 * Writes changes to locked sheets, one or thousands, in a fixed number of statements; publishes the fact. Sheets that
 * the changes leave alike are not written, and are not in the answer.
 */
export async function updateOrganizations(
  work: CommandContext,
  changes: readonly SheetChange[],
  how: { act: VersionAct; from: Provenance },
): Promise<ChangedSheet[]> {
  const now = work.now();
  const changed = changes
    .map((change) => afterChange(change, how.from, now))
    .filter((sheet) => sheet.changed.length > 0);
  if (changed.length === 0) return [];
  const slugs = await newSlugs(work, changed);
  const written = changed.map((sheet) => ({ ...sheet, slug: slugs.get(sheet.id) ?? sheet.slug }));
  await writeRows(work, written);
  const touching = (field: ProfileField) => written.filter((sheet) => sheet.changed.includes(field));
  await replaceLocations(work, touching('locations'));
  await replaceContacts(work, touching('contacts'));
  await replaceThemes(work, touching('themes'));
  await writeVersions(
    work,
    written.map((sheet) => ({ ...sheet, act: how.act })),
  );
  await indexOrganizations(work, written);
  work.publish(organizationChanged(...written.map(({ id }) => id)));
  return written;
}

function afterChange({ stored, changes }: SheetChange, from: Provenance, now: Temporal.Instant): ChangedSheet {
  const changed = changedFields(stored.profile, changes);
  const given = Object.fromEntries(changed.map((field) => [field, changes[field]]));
  return {
    ...stored,
    version: stored.version + 1,
    updatedAt: now.toString(),
    confirmedAt: from.confirmedBy === null ? stored.confirmedAt : now.toString(),
    fieldOrigins: originsAfter(stored.fieldOrigins, changed, from, now),
    profile: { ...stored.profile, ...given },
    changed,
  };
}

async function newSlugs(work: CommandContext, sheets: readonly ChangedSheet[]): Promise<Map<string, string>> {
  const renamed = sheets.filter((sheet) => sheet.changed.includes('name'));
  return renamed.length === 0 ? new Map() : allocateSlugs(work, renamed);
}

async function writeRows(work: CommandContext, sheets: readonly ChangedSheet[]): Promise<void> {
  const rows = sheets.map((sheet) => ({
    id: sheet.id,
    slug: sheet.slug,
    version: sheet.version,
    ...profileRow(sheet.profile),
    field_origins: sheet.fieldOrigins,
    confirmed_at: sheet.confirmedAt,
    updated_at: sheet.updatedAt,
  }));
  const columns = `slug, version, ${profileColumns}, field_origins, confirmed_at, updated_at`;
  await work.db.execute(sql`update organizations o set (${sql.raw(columns)}) =
      (${sql.raw(columns.replace(/\w+/g, 'r.$&'))})
    from jsonb_populate_recordset(null::organizations, ${JSON.stringify(rows)}::jsonb) r
    where o.hub_id = essaim_hub() and o.id = r.id`);
}
