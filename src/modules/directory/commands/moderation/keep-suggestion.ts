import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import type { Proposal } from './proposal.ts';
import type { SuggestionAuthor } from './suggestion-author.ts';

export interface NewSuggestion {
  kind: 'new' | 'correction' | 'claim';
  organizationId: string | null;
  baseVersion: number | null;
  proposed: Proposal;
  author: SuggestionAuthor;
  message: string;
  fromStructure?: boolean;
}

/** Puts a suggestion in the queue. The same thing said again while it waits is the same suggestion. */
export async function keepSuggestion(
  work: CommandContext,
  said: NewSuggestion,
): Promise<{ id: string; isNew: boolean }> {
  const print = createHash('sha256')
    .update(
      JSON.stringify([
        said.kind,
        said.organizationId,
        said.proposed,
        said.message,
        said.kind === 'claim' ? said.author : null,
      ]),
    )
    .digest('base64url');
  const id = work.newId();
  const { rows } = await work.db.execute<{ id: string }>(sql`
    insert into organization_suggestions (id, kind, organization_id, base_version, proposed, from_name, from_email, from_phone,
      from_structure, message, created_at, print)
    values (${id}, ${said.kind}, ${said.organizationId}, ${said.baseVersion}, ${JSON.stringify(said.proposed)}::jsonb, ${said.author.name},
      ${said.author.email}, ${said.author.phone}, ${said.fromStructure ?? false}, ${said.message}, ${work.now().toString()}, ${print})
    on conflict (hub_id, print) where status = 'waiting' do update set print = excluded.print
    returning id`);
  return { id: rows[0]?.id ?? id, isNew: rows[0]?.id === id };
}
