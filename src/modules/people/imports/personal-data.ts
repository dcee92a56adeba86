import { eq, sql } from 'drizzle-orm';
import type { Context, CommandContext } from '#platform/context/context.ts';
import type { PersonalDataSection } from '#platform/contributions/module.ts';
import type { Transaction } from '#platform/db/database.ts';
import { peopleImportRows } from './tables.ts';

/** From which lists someone came (tables people_imports, people_import_rows). */
export async function importedFrom(ctx: Context, personId: string): Promise<PersonalDataSection['entries']> {
  const { rows } = await ctx.db.execute<{ source: string; at: string }>(sql`
    select i.source, to_json(i.created_at) #>> '{}' as at from people_import_rows r
    join people_imports i on i.hub_id = r.hub_id and i.id = r.import_id where r.person_id = ${personId}::uuid order by i.created_at`);
  return rows.map(({ source, at }) => ({ label: 'Liste importée', value: source, since: Temporal.Instant.from(at) }));
}

/** Leaves of a line of a list only that there was one. */
export async function forgetImportedLines(tx: Transaction, personId: string): Promise<void> {
  await tx.execute(sql`update people_import_rows set name = '', draft = null, matches = '[]', issues = '[]', undo = null, person_id = null
    where person_id = ${personId}::uuid`);
  // Lines about her that nobody answered yet, or that were refused: under her name and one of her addresses.
  await tx.execute(sql`update people_import_rows r set name = '', draft = null, matches = '[]', issues = '[]'
    from persons p where p.hub_id = r.hub_id and p.id = ${personId}::uuid and r.person_id is null and r.draft is not null
      and essaim_fold(r.name) = essaim_fold(p.display_name)
      and exists (select from jsonb_array_elements_text(r.draft -> 'emails') e join contact_points c
        on c.hub_id = p.hub_id and c.person_id = p.id and c.kind = 'email' and c.normalised = lower(e))`);
  await tx.execute(sql`update people_imports set by_name = '' where by_id = ${personId}::uuid`);
}

/** After two persons became one, her lines are the kept one's; what was added can not be told apart any more. */
export async function moveImportedLines(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  await work.db
    .update(peopleImportRows)
    .set({ personId: keptId, undo: null })
    .where(eq(peopleImportRows.personId, mergedId));
}
