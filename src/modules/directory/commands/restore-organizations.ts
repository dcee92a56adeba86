import { sql } from 'drizzle-orm';
import { command } from '#platform/command/command.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { organizationChanged } from '../facts.ts';
import { mayKeepDirectory } from '../policy.ts';
import { chosenSheets } from './saving/chosen-sheets.ts';
import { indexOrganizations } from './saving/index-organizations.ts';
import { lockOrganizations, uuids } from './saving/stored-organization.ts';

/** Takes sheets out of the trash with the status they had. Sheets merged into another stay merged. */
export const restoreOrganizations = command({
  name: 'directory.restore-organizations',
  input: chosenSheets,
  allow: mayKeepDirectory,
  async run(work, { ids }) {
    const { rows: merged } = await work.db.execute<{ id: string }>(
      sql`select id from merged_organizations where id = any (${uuids(ids)}::uuid[])`,
    );
    const gone = new Set(merged.map(({ id }) => id));
    const sheets = [...(await lockOrganizations(work.db, ids)).values()].filter(
      (sheet) => sheet.trashedAt !== null && !gone.has(sheet.id),
    );
    await work.db.execute(sql`update organizations set trashed_at = null, updated_at = ${work.now().toString()}
      where id = any (${uuids(sheets.map(({ id }) => id))}::uuid[])`);
    await indexOrganizations(
      work,
      sheets.map((sheet) => ({ ...sheet, trashedAt: null })),
    );
    for (const { id, profile } of sheets) {
      work.record({
        subjectKind: 'organization',
        subjectId: id,
        summary: `Fiche « ${profile.name} » sortie de la corbeille`,
      });
    }
    if (sheets.length === 0)
      work.record({ subjectKind: 'directory', subjectId: null, summary: 'Aucune fiche à sortir de la corbeille' });
    else work.publish(organizationChanged(...sheets.map(({ id }) => id)));
    return accept({ count: sheets.length });
  },
});
