import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { organizationPath } from '../../paths.ts';
import type { OrganizationProfile } from '../../profile/organization-profile.ts';
import type { OrganizationStatus } from '../../tables.ts';
import { uuids } from './stored-organization.ts';

/** The kind of a sheet in the search. */
export const searchKind = 'organization';

// Said beside the name of what the team alone finds.
const stateNames: Readonly<Record<OrganizationStatus, string>> = {
  draft: 'brouillon',
  published: '',
  archived: 'archivée',
};

export interface Findable {
  id: string;
  slug: string;
  status: OrganizationStatus;
  trashedAt: string | null;
  profile: OrganizationProfile;
}

/**
 * Writes the search entries of these sheets in one statement. What can be searched is what everyone may read: contact
 * details and persons are left out whatever their visibility, so a search never tells what a page hides.
 */
export async function indexOrganizations(work: CommandContext, sheets: readonly Findable[]): Promise<void> {
  const gone = sheets.filter((sheet) => sheet.trashedAt !== null);
  if (gone.length > 0) {
    await work.db.execute(
      sql`delete from search_entries where kind = ${searchKind} and subject_id = any (${uuids(gone.map(({ id }) => id))}::uuid[])`,
    );
  }
  const labels = await themeLabels(work);
  const entries = sheets
    .filter((sheet) => sheet.trashedAt === null)
    .map(({ id, slug, status, profile }) => ({
      id,
      path: organizationPath(slug),
      visibility: status === 'published' ? 'public' : 'staff',
      state: stateNames[status],
      title: profile.name,
      summary: profile.mission || towns(profile),
      keywords: [profile.shortName, towns(profile), ...profile.themes.map((theme) => labels.get(theme) ?? '')].join(
        ' ',
      ),
      body: [
        profile.description,
        ...profile.offers,
        ...profile.needs,
        ...profile.skills,
        ...profile.means,
        ...profile.audiences,
        ...profile.supports,
      ].join('\n'),
    }));
  if (entries.length === 0) return;
  await work.db
    .execute(sql`select essaim_index(${searchKind}, e.id, e.title, e.summary, e.path, e.visibility, e.keywords, e.summary, e.body, e.state)
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as e (id uuid, title text, summary text, path text, visibility text, keywords text, body text, state text)`);
}

function towns(profile: OrganizationProfile): string {
  return [...new Set(profile.locations.map((place) => place.city))].join(' ').trim();
}

/** Each theme's label with those above it: « maraîchage » is found by « alimentation » too. */
async function themeLabels(work: CommandContext): Promise<Map<string, string>> {
  const { rows } = await work.db.execute<{ id: string; words: string }>(sql`
    with recursive lines as (
      select id, parent_id, label as words from themes
      union all
      select l.id, t.parent_id, l.words || ' ' || t.label from lines l join themes t on t.id = l.parent_id
    )
    select id, words from lines where parent_id is null`);
  return new Map(rows.map((row) => [row.id, row.words]));
}
