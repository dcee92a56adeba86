import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { programmeStands, programmeVolunteers } from '../tables.ts';

/** The stands she asked for and the shifts she took follow a person when two records of her become one. */
export async function moveProgrammesTo(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  await work.db.update(programmeStands).set({ personId: keptId }).where(eq(programmeStands.personId, mergedId));
  await work.db.update(programmeVolunteers).set({ personId: keptId }).where(eq(programmeVolunteers.personId, mergedId));
}
