import type { Reader } from '#platform/db/database.ts';
import { readProgramme } from './stored-programme.ts';

/** Whether an event holds a programme, begun or published. */
export async function hasProgramme(db: Reader, eventId: string): Promise<boolean> {
  return (await readProgramme(db, eventId)) !== null;
}
