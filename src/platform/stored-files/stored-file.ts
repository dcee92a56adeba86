import { and, inArray, isNull } from 'drizzle-orm';
import { hasRole, type Actor } from '../context/context.ts';
import type { Reader } from '../db/database.ts';
import { formatBytes } from '../french/index.ts';
import { typeNames, type FileType } from './file-types.ts';
import { storedFiles } from './tables.ts';

/** A document that was sent, as pages name it. */
export interface StoredFile {
  id: string;
  /** Where its content is in the file store. */
  key: string;
  name: string;
  type: FileType;
  bytes: number;
  visibility: 'public' | 'members' | 'staff';
  /** Who sent it; null once that person is erased. */
  createdBy: string | null;
}

/** The files of these ids in no promised order, those removed left out. */
export async function readStoredFiles(db: Reader, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  const { id, key, name, type, bytes, visibility, createdBy } = storedFiles;
  return db
    .select({ id, key, name, type, bytes, visibility, createdBy })
    .from(storedFiles)
    .where(and(inArray(id, [...ids]), isNull(storedFiles.removedAt)));
}

export async function readStoredFile(db: Reader, id: string): Promise<StoredFile | null> {
  const [file] = await readStoredFiles(db, [id]);
  return file ?? null;
}

/**
 * Whether this person may open a file: she who sent it always. Those of the team are papers of people, agreements and
 * trainings too, whose pages the board does not open.
 */
export function mayOpenFile(
  actor: Actor | null,
  { visibility, createdBy }: Pick<StoredFile, 'visibility' | 'createdBy'>,
): boolean {
  if (visibility === 'public' || (actor !== null && actor.personId === createdBy)) return true;
  const isTeam = hasRole(actor, 'employee');
  return visibility === 'staff' ? isTeam : isTeam || hasRole(actor, 'board_member', 'member', 'contributor');
}

/** Where a file is downloaded. */
export function fileHref({ id, name }: Pick<StoredFile, 'id' | 'name'>): string {
  return `/fichiers/${id}/${encodeURIComponent(name)}`;
}

/** « PDF, 1,2 Mo »: what a link to a file must say (RGAA 13.3). */
export function fileFacts({ type, bytes }: Pick<StoredFile, 'type' | 'bytes'>): string {
  return `${typeNames[type]}, ${formatBytes(bytes)}`;
}
