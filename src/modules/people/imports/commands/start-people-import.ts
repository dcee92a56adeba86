import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { mayKeepRelations } from '../../policy.ts';
import { peopleImports } from '../tables.ts';
import { importJobs } from './stages.ts';

/** Opens an import of people: the file is in the store. */
export const startPeopleImport = command({
  name: 'people.start-import',
  input: z.object({ fileKey: z.string().min(1), fileName: z.string().max(300) }),
  allow: mayKeepRelations,
  async run(work, { fileKey, fileName }) {
    const id = work.newId();
    await work.db.insert(peopleImports).values({
      id,
      pass: 1,
      fileName,
      fileKey,
      source: listName(fileName),
      byId: work.actor?.personId ?? null,
      byName: work.actor?.name ?? '',
      createdAt: work.now(),
    });
    await work.enqueue(importJobs.reading, { importId: id, pass: 1 });
    work.record({ subjectKind: 'people-import', subjectId: id, summary: `Import de personnes commencé : ${fileName}` });
    return accept({ id });
  },
});

/** How the list is called until the team says otherwise. */
function listName(fileName: string): string {
  const name = fileName
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim();
  return name.slice(0, 120) || 'Liste de personnes';
}
