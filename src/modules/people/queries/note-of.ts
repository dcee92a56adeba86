import { and, eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { RelationSubject } from '../domain/relation-subject.ts';
import { relationNotes } from '../tables.ts';
import { about, type ShownNote } from './relations.ts';

/** A note about this person or structure. */
export async function noteOf(db: Reader, id: string, subject: RelationSubject): Promise<ShownNote | null> {
  const [note] = await db
    .select()
    .from(relationNotes)
    .where(and(eq(relationNotes.id, id), about(relationNotes, subject)));
  return note ?? null;
}
