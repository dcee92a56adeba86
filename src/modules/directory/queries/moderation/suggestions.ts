import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** The fields proposed; what is absent is not spoken of. */
export interface ProposedContent {
  name?: string;
  mission?: string;
  description?: string;
  place?: { street: string; postcode: string; city: string };
  hours?: string;
  phone?: string;
  email?: string;
  website?: string;
}

/** What someone proposed, as the team reads it. */
export interface SuggestionSheet {
  id: string;
  kind: 'new' | 'correction' | 'claim';
  organizationId: string | null;
  proposed: ProposedContent;
  fromName: string;
  fromEmail: string;
  fromPhone: string;
  fromStructure: boolean;
  message: string;
  status: 'waiting' | 'accepted' | 'partly' | 'refused';
  answer: string;
  handledBy: string;
  handledAt: string | null;
  createdAt: string;
}

const columns = sql`id, kind, organization_id as "organizationId", proposed, from_name as "fromName", from_email as "fromEmail",
  from_phone as "fromPhone", from_structure as "fromStructure", message, status, answer, handled_by_name as "handledBy",
  to_jsonb(handled_at) #>> '{}' as "handledAt", to_jsonb(created_at) #>> '{}' as "createdAt"`;

/** Those that wait, oldest first. */
export async function waitingSuggestions(db: Reader, limit = 30): Promise<SuggestionSheet[]> {
  const { rows } = await db.execute<SuggestionSheet & Record<string, unknown>>(
    sql`select ${columns} from organization_suggestions where status = 'waiting' order by created_at, id limit ${limit}`,
  );
  return rows;
}

/** Those dealt with, last first. */
export async function handledSuggestions(db: Reader, limit = 50): Promise<SuggestionSheet[]> {
  const { rows } = await db.execute<SuggestionSheet & Record<string, unknown>>(
    sql`select ${columns} from organization_suggestions where status <> 'waiting' order by handled_at desc nulls last, id limit ${limit}`,
  );
  return rows;
}

/** How many wait, and since when the first one does. */
export async function waitingCounts(
  db: Reader,
): Promise<{ suggestions: number; claims: number; since: string | null }> {
  const { rows } = await db.execute<{ suggestions: number; claims: number; since: string | null }>(sql`
    select count(*) filter (where kind <> 'claim')::int as suggestions, count(*) filter (where kind = 'claim')::int as claims,
      to_jsonb(min(created_at)) #>> '{}' as since
    from organization_suggestions where status = 'waiting'`);
  return rows[0] ?? { suggestions: 0, claims: 0, since: null };
}
