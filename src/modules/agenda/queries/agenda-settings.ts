import type { Role } from '#platform/context/context.ts';
import type { Reader } from '#platform/db/database.ts';
import { agendaSettings } from '../tables.ts';

/** How the hub keeps its agenda, each choice its own or the common default. */
export interface AgendaSettings {
  /** Roles that publish without anyone reading first, besides the employee. */
  trustedRoles: readonly Role[];
  /** Who may be announced, in the hub's words; empty: the common sentence. */
  perimeterNote: string;
  /** Zone of school holidays shown in the calendar. */
  schoolZone: 'A' | 'B' | 'C' | null;
}

export async function readAgendaSettings(db: Reader): Promise<AgendaSettings> {
  const [row] = await db.select().from(agendaSettings);
  return {
    trustedRoles: row?.trustedRoles ?? [],
    perimeterNote: row?.perimeterNote ?? '',
    schoolZone: row?.schoolZone ?? null,
  };
}
