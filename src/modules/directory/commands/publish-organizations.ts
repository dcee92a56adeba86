import { command } from '#platform/command/command.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { mayKeepDirectory } from '../policy.ts';
import { chosenSheets } from './saving/chosen-sheets.ts';
import { setStatus } from './saving/set-status.ts';

/** Shows sheets to everyone. Those in the trash are left there. */
export const publishOrganizations = command({
  name: 'directory.publish-organizations',
  input: chosenSheets,
  allow: mayKeepDirectory,
  async run(work, { ids }) {
    const changed = await setStatus(work, ids, 'published');
    for (const { id, profile } of changed) {
      work.record({ subjectKind: 'organization', subjectId: id, summary: `Fiche « ${profile.name} » publiée` });
    }
    if (changed.length === 0)
      work.record({ subjectKind: 'directory', subjectId: null, summary: 'Aucune fiche à publier' });
    return accept({ count: changed.length });
  },
});
