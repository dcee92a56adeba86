import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { noteKindNames, noteKinds } from '../domain/note-kinds.ts';
import { mayKeepRelations } from '../policy.ts';
import { subjectName } from '../queries/known-subjects.ts';
import { relationNotes } from '../tables.ts';
import { dayField, subjectColumns, subjectField, subjectOf, todayIn, trailOf } from './saving/subject-fields.ts';

const fields = {
  kind: z.enum(noteKinds).default('note'),
  happenedOn: dayField,
  text: z
    .string()
    .trim()
    .min(1, 'Écrivez ce qui s’est passé.')
    .max(5000, 'C’est trop long : 5 000 caractères au plus.'),
};

/** Keeps a note of the team: what was said on the phone, met, received by post. */
export const addNote = command({
  name: 'people.add-note',
  input: z.object({ subject: subjectField, ...fields }),
  allow: mayKeepRelations,
  async run(work, { subject, kind, happenedOn = todayIn(work), text }) {
    const name = await subjectName(work.db, subject);
    if (name === null) return refuse('not_found');
    if (Temporal.PlainDate.compare(happenedOn, todayIn(work)) > 0)
      return refuse('invalid', { fields: { happenedOn: 'Cette date n’est pas encore venue.' } });
    await work.db.insert(relationNotes).values({
      id: work.newId(),
      ...subjectColumns(subject),
      kind,
      happenedOn,
      text,
      authorId: work.actor?.personId ?? null,
      authorName: work.actor?.name ?? '',
      createdAt: work.now(),
    });
    work.record({ ...trailOf(subject), summary: `${noteKindNames[kind]} ajouté·e à la fiche de ${name}` });
    return accept(null);
  },
});

/** Corrects a note, unless someone else did since it was read. */
export const editNote = command({
  name: 'people.edit-note',
  input: z.object({ id: z.uuid(), version: z.coerce.number().int(), ...fields }),
  allow: mayKeepRelations,
  async run(work, { id, version, kind, happenedOn, text }) {
    const [note] = await work.db.select().from(relationNotes).where(eq(relationNotes.id, id)).for('update');
    if (!note) return refuse('not_found');
    if (note.version !== version) return refuse('edited_meanwhile');
    await work.db
      .update(relationNotes)
      .set({ kind, happenedOn: happenedOn ?? note.happenedOn, text, version: version + 1 })
      .where(eq(relationNotes.id, id));
    const subject = subjectOf(note);
    work.record({ ...trailOf(subject), summary: 'Note corrigée' });
    return accept({ subject });
  },
});

/** Takes a note away for good. */
export const removeNote = command({
  name: 'people.remove-note',
  input: z.object({ id: z.uuid() }),
  allow: mayKeepRelations,
  async run(work, { id }) {
    const [note] = await work.db.delete(relationNotes).where(eq(relationNotes.id, id)).returning();
    if (!note) return refuse('not_found');
    const subject = subjectOf(note);
    work.record({ ...trailOf(subject), summary: 'Note supprimée' });
    return accept({ subject });
  },
});
