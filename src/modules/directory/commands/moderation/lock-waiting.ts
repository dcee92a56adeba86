import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import type { Transaction } from '#platform/db/database.ts';
import type { Proposal, ProposedField } from './proposal.ts';

/** A suggestion as it waits. */
export interface Suggestion {
  id: string;
  kind: 'new' | 'correction' | 'claim';
  organizationId: string | null;
  proposed: Proposal;
  fromName: string;
  fromEmail: string;
  fromStructure: boolean;
}

/** The suggestion if it still waits, locked: of two people who deal with it at once, the second finds it done. */
export async function lockWaiting(tx: Transaction, id: string): Promise<Suggestion | null> {
  const { rows } = await tx.execute<{ [Key in keyof Suggestion]: Suggestion[Key] }>(sql`
    select id, kind, organization_id as "organizationId", proposed, from_name as "fromName", from_email as "fromEmail",
      from_structure as "fromStructure"
    from organization_suggestions where id = ${id} and status = 'waiting' for update`);
  return rows[0] ?? null;
}

export interface Handling {
  status: 'accepted' | 'partly' | 'refused';
  fields: readonly ProposedField[];
  answer: string;
  organizationId: string | null;
}

/** Takes the suggestion out of the queue, with who dealt with it and what was answered. */
export async function closeSuggestion(
  work: CommandContext,
  { id }: Suggestion,
  { status, fields, answer, organizationId }: Handling,
): Promise<void> {
  await work.db
    .execute(sql`update organization_suggestions set status = ${status}, answer = ${answer}, organization_id = ${organizationId},
      accepted_fields = (select coalesce(array_agg(value), '{}') from jsonb_array_elements_text(${JSON.stringify(fields)}::jsonb)),
      handled_by_id = ${work.actor?.personId ?? null}, handled_by_name = ${work.actor?.name ?? ''}, handled_at = ${work.now().toString()}
    where id = ${id}`);
}
