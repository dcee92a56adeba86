import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** Someone of the team or the board, to whom requests may be entrusted. */
export interface Colleague extends Record<string, unknown> {
  id: string;
  name: string;
  isBoard: boolean;
}

/** Who may answer today: employees first, then the board. */
export async function colleagues(db: Reader): Promise<Colleague[]> {
  const { rows } = await db.execute<Colleague>(sql`
    select p.id, p.display_name as name, not bool_or(r.role = 'employee') as "isBoard"
    from persons p join person_roles r on r.hub_id = p.hub_id and r.person_id = p.id
    where r.role in ('employee', 'board_member') and r.ends_at is null and p.erased_at is null and p.merged_into is null
    group by p.id, p.display_name order by 3, p.display_name`);
  return rows;
}

export async function isColleague(db: Reader, personId: string): Promise<boolean> {
  return (await colleagues(db)).some((one) => one.id === personId);
}

/** The id of the colleague of this name, case and accents aside, when there is one and no other. */
export async function colleagueNamed(db: Reader, name: string): Promise<string | null> {
  const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
  const found = (await colleagues(db)).filter((one) => plain(one.name) === plain(name));
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}
