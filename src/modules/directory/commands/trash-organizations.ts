import { sql } from 'drizzle-orm';
import { command } from '#platform/command/command.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { organizationChanged } from '../facts.ts';
import { mayKeepDirectory } from '../policy.ts';
import { chosenSheets } from './saving/chosen-sheets.ts';
import { indexOrganizations } from './saving/index-organizations.ts';
import { lockOrganizations, uuids } from './saving/stored-organization.ts';

/** Puts sheets in the trash, from which they can come back as they were. */
export const trashOrganizations = command({
  name: 'directory.trash-organizations',
  input: chosenSheets,
  allow: mayKeepDirectory,
  async run(work, { ids }) {
    const sheets = [...(await lockOrganizations(work.db, ids)).values()].filter((sheet) => sheet.trashedAt === null);
    const now = work.now().toString();
    await work.db.execute(sql`update organizations set trashed_at = ${now}, updated_at = ${now}
      where id = any (${uuids(sheets.map(({ id }) => id))}::uuid[])`);
    await indexOrganizations(
      work,
      sheets.map((sheet) => ({ ...sheet, trashedAt: now })),
    );
    for (const { id, profile } of sheets) {
      work.record({
        subjectKind: 'organization',
        subjectId: id,
        summary: `Fiche « ${profile.name} » mise à la corbeille`,
      });
    }
    if (sheets.length === 0)
      work.record({ subjectKind: 'directory', subjectId: null, summary: 'Aucune fiche à mettre à la corbeille' });
    else work.publish(organizationChanged(...sheets.map(({ id }) => id)));
    return accept({ count: sheets.length });
  },
});
