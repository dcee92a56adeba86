import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { organizationChanged } from '../../facts.ts';
import { profileFieldNames, type OrganizationProfile, type ProfileField } from '../../profile/organization-profile.ts';
import type { OrganizationStatus } from '../../tables.ts';
import { allocateSlugs } from './allocate-slugs.ts';
import { indexOrganizations } from './index-organizations.ts';
import { profileColumns, profileRow } from './profile-row.ts';
import { originsAfter, type Provenance } from './provenance.ts';
import { insertParts } from './write-parts.ts';
import { writeVersions, type VersionAct } from './write-versions.ts';

export interface NewOrganization {
  id: string;
  profile: OrganizationProfile;
  status: OrganizationStatus;
}

/** Adds sheets, one or thousands, in a fixed number of statements; publishes the fact. Gives their addresses by id. */
export async function insertOrganizations(
  work: CommandContext,
  sheets: readonly NewOrganization[],
  how: { act: VersionAct; from: Provenance },
): Promise<Map<string, string>> {
  if (sheets.length === 0) return new Map();
  const now = work.now();
  const moment = now.toString();
  const rows = sheets.map(({ id, profile, status }) => ({
    id,
    // Replaced below: the address is chosen once the row exists.
    slug: id,
    status,
    ...profileRow(profile),
    field_origins: originsAfter({}, filledFields(profile), how.from, now),
    confirmed_at: how.from.confirmedBy === null ? null : moment,
    created_at: moment,
    updated_at: moment,
    published_at: status === 'published' ? moment : null,
  }));
  const columns = sql.raw(
    `id, slug, status, ${profileColumns}, field_origins, confirmed_at, created_at, updated_at, published_at`,
  );
  await work.db.execute(sql`insert into organizations (${columns})
    select ${columns} from jsonb_populate_recordset(null::organizations, ${JSON.stringify(rows)}::jsonb)`);
  const slugs = await allocateSlugs(work, sheets);
  await work.db.execute(sql`update organizations o set slug = s.value
    from jsonb_each_text(${JSON.stringify(Object.fromEntries(slugs))}::jsonb) s where o.id = s.key::uuid`);
  await insertParts(work, sheets);
  await writeVersions(
    work,
    sheets.map(({ id, profile }) => ({ id, version: 1, act: how.act, changed: filledFields(profile), profile })),
  );
  await indexOrganizations(
    work,
    sheets.map(({ id, profile, status }) => ({ id, profile, status, slug: slugs.get(id) ?? id, trashedAt: null })),
  );
  work.publish(organizationChanged(...sheets.map(({ id }) => id)));
  return slugs;
}

function filledFields(profile: OrganizationProfile): ProfileField[] {
  return profileFieldNames.filter((field) => {
    const content = profile[field];
    return Array.isArray(content) ? content.length > 0 : content !== null && content !== '' && content !== false;
  });
}
