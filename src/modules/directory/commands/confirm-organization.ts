import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { organizationChanged } from '../facts.ts';
import { mayKeepDirectory } from '../policy.ts';
import { profileFieldNames, type FieldOrigins, type ProfileField } from '../profile/organization-profile.ts';
import { lockOrganizations } from './saving/stored-organization.ts';

const input = z.object({
  id: z.uuid(),
  /** The fields said to be right; all of them when none is named. */
  fields: z.array(z.enum(profileFieldNames as [ProfileField, ...ProfileField[]])).optional(),
});

/** Notes that a human read a sheet, or some of its fields, and says that it is still right. */
export const confirmOrganization = command({
  name: 'directory.confirm-organization',
  input,
  allow: mayKeepDirectory,
  async run(work, { id, fields }) {
    const stored = (await lockOrganizations(work.db, [id])).get(id);
    if (!stored || stored.trashedAt !== null) return refuse('not_found');
    const confirmed = confirmedOrigins(stored.fieldOrigins, fields, work.now().toString(), work.actor?.name ?? '');
    await work.db.execute(sql`update organizations set field_origins = ${JSON.stringify(confirmed)}::jsonb,
        confirmed_at = ${work.now().toString()} where id = ${id}`);
    work.publish(organizationChanged(id));
    work.record({ subjectKind: 'organization', subjectId: id, summary: `Fiche « ${stored.profile.name} » confirmée` });
    return accept({ id });
  },
});

/** The same origins, with who confirmed these fields and when. */
export function confirmedOrigins(
  before: FieldOrigins,
  fields: readonly ProfileField[] | undefined,
  at: string,
  by: string,
): FieldOrigins {
  const confirmed = (fields ?? (Object.keys(before) as ProfileField[])).map((field) => [
    field,
    { ...(before[field] ?? { source: '', at }), confirmedAt: at, confirmedBy: by },
  ]);
  return { ...before, ...Object.fromEntries(confirmed) };
}
