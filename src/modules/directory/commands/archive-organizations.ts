import { command } from '#platform/command/command.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { mayKeepDirectory } from '../policy.ts';
import { chosenSheets } from './saving/chosen-sheets.ts';
import { setStatus } from './saving/set-status.ts';

/** Takes sheets out of public sight and keeps them: structures that closed, or moved away. */
export const archiveOrganizations = command({
  name: 'directory.archive-organizations',
  input: chosenSheets,
  allow: mayKeepDirectory,
  async run(work, { ids }) {
    const changed = await setStatus(work, ids, 'archived');
    for (const { id, profile } of changed) {
      work.record({ subjectKind: 'organization', subjectId: id, summary: `Fiche « ${profile.name} » archivée` });
    }
    if (changed.length === 0)
      work.record({ subjectKind: 'directory', subjectId: null, summary: 'Aucune fiche à archiver' });
    return accept({ count: changed.length });
  },
});
