import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import type { OrganizationProfile, ProfileField } from '../../profile/organization-profile.ts';

/** What was done to a sheet, as its history tells it. */
export type VersionAct = 'added' | 'edited' | 'imported' | 'corrected' | 'merged' | 'restored' | 'undone';

export interface VersionLeft {
  id: string;
  version: number;
  act: VersionAct;
  changed: readonly ProfileField[];
  profile: OrganizationProfile;
}

/** Keeps what each change left, with who did it. */
export async function writeVersions(work: CommandContext, left: readonly VersionLeft[]): Promise<void> {
  const at = work.now().toString();
  const rows = left.map(({ id, version, act, changed, profile }) => ({
    organization_id: id,
    version,
    at,
    by_id: work.actor?.personId ?? null,
    by_name: work.actor?.name ?? '',
    act,
    changed,
    snapshot: profile,
  }));
  await work.db
    .execute(sql`insert into organization_versions (organization_id, version, at, by_id, by_name, act, changed, snapshot)
    select organization_id, version, at, by_id, by_name, act, changed, snapshot
    from jsonb_populate_recordset(null::organization_versions, ${JSON.stringify(rows)}::jsonb)`);
}
