import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { readStoredFile } from '#platform/stored-files/index.ts';
import { mayKeepRelations } from '../policy.ts';
import { subjectName } from '../queries/known-subjects.ts';
import { relationDocuments } from '../tables.ts';
import { subjectColumns, subjectField, subjectOf, trailOf } from './saving/subject-fields.ts';

/** Keeps a stored file, seen by the team only, with a person or a structure. */
export const addDocument = command({
  name: 'people.add-document',
  input: z.object({
    subject: subjectField,
    fileId: z.uuid('Choisissez un fichier.'),
    title: z.string().trim().max(160, 'C’est trop long : 160 caractères au plus.').default(''),
  }),
  allow: mayKeepRelations,
  async run(work, { subject, fileId, title }) {
    const name = await subjectName(work.db, subject);
    if (name === null) return refuse('not_found');
    const file = await readStoredFile(work.db, fileId);
    if (!file || file.visibility !== 'staff') return refuse('not_found');
    const shown = title || file.name;
    await work.db.insert(relationDocuments).values({
      id: work.newId(),
      ...subjectColumns(subject),
      fileId,
      title: shown,
      addedBy: work.actor?.personId ?? null,
      addedAt: work.now(),
    });
    work.record({ ...trailOf(subject), summary: `Document « ${shown} » gardé avec la fiche de ${name}` });
    return accept(null);
  },
});

/** Takes a document off; nobody can open it from then on. */
export const removeDocument = command({
  name: 'people.remove-document',
  input: z.object({ id: z.uuid() }),
  allow: mayKeepRelations,
  async run(work, { id }) {
    const [row] = await work.db.delete(relationDocuments).where(eq(relationDocuments.id, id)).returning();
    if (!row) return refuse('not_found');
    await work.db.execute(
      sql`update stored_files set removed_at = ${work.now().toString()} where id = ${row.fileId} and removed_at is null`,
    );
    const subject = subjectOf(row);
    work.record({ ...trailOf(subject), summary: `Document « ${row.title} » retiré` });
    return accept({ subject });
  },
});
