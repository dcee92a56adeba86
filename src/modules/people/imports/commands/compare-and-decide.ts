import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { Database } from '#platform/db/database.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepRelations } from '../../policy.ts';
import type { PersonRow } from '../queries/import-rows.ts';
import { peopleImportRows, peopleImports } from '../tables.ts';
import { enterStage, lockStage } from './stages.ts';

/** What a line would become. */
export type ForeseenLine = Pick<
  PersonRow,
  'position' | 'line' | 'name' | 'verdict' | 'issues' | 'draft' | 'matches' | 'sameAs' | 'decision'
>;

/** Forgets what an earlier comparison of the list foresaw. */
export async function forgetForeseenLines(db: Database, importId: string): Promise<void> {
  await db.delete(peopleImportRows).where(eq(peopleImportRows.importId, importId));
}

/** Notes what the next lines would become: working notes of the comparison, no act and no audit line. */
export async function noteForeseenLines(db: Database, importId: string, lines: readonly ForeseenLine[]): Promise<void> {
  const rows = lines.map(({ sameAs, ...line }) => ({ ...line, same_as: sameAs, import_id: importId }));
  await db.execute(sql`insert into people_import_rows (import_id, position, line, name, verdict, issues, draft, matches, same_as, decision)
    select import_id, position, line, name, verdict, issues, nullif(draft, 'null'::jsonb), matches, same_as, decision
    from jsonb_populate_recordset(null::people_import_rows, ${JSON.stringify(rows)}::jsonb)
    on conflict (hub_id, import_id, position) do update set verdict = excluded.verdict, issues = excluded.issues, draft = excluded.draft,
      matches = excluded.matches, same_as = excluded.same_as, decision = excluded.decision, written = null, undo = null, undone = null`);
}

/** Closes the comparison: from then on the team answers. Called by the job. */
export const keepPeopleComparison = command({
  name: 'people.keep-import-comparison',
  input: z.object({ importId: z.uuid(), pass: z.int(), total: z.int() }),
  allow: () => true,
  async run(work, { importId, pass, total }) {
    const found = await lockStage(work.db, importId, ['comparing'], pass);
    if (!found) return refuse('not_my_turn');
    await work.db
      .update(peopleImports)
      .set({ status: 'ready', total, progress: total })
      .where(eq(peopleImports.id, importId));
    work.record({
      subjectKind: 'people-import',
      subjectId: importId,
      summary: `« ${found.source} » comparée aux personnes connues`,
    });
    return accept(null);
  },
});

/** Says what becomes of lines that look like someone known. */
export const decidePeopleRows = command({
  name: 'people.decide-import-rows',
  input: z.object({
    importId: z.uuid(),
    decision: z.enum(['merge', 'create', 'skip']),
    /** Positions of the lines; all those that look like someone when none is named. */
    positions: z.array(z.int().nonnegative()).max(5000).optional(),
  }),
  allow: mayKeepRelations,
  async run(work, { importId, decision, positions }) {
    const found = await lockStage(work.db, importId, ['ready']);
    if (!found) return refuse('not_my_turn');
    const { rowCount } = await work.db
      .update(peopleImportRows)
      .set({ decision })
      .where(
        and(
          eq(peopleImportRows.importId, importId),
          eq(peopleImportRows.verdict, 'look_alike'),
          positions && inArray(peopleImportRows.position, positions),
        ),
      );
    work.record({
      subjectKind: 'people-import',
      subjectId: importId,
      summary: `${rowCount ?? 0} ressemblances tranchées dans « ${found.source} »`,
    });
    return accept({ count: rowCount ?? 0 });
  },
});

/** Brings the lines in as they were foreseen. */
export const runPeopleImport = command({
  name: 'people.run-import',
  input: z.object({ importId: z.uuid() }),
  allow: mayKeepRelations,
  async run(work, { importId }) {
    const found = await lockStage(work.db, importId, ['ready']);
    if (!found) return refuse('not_my_turn');
    const pass = await enterStage(work, importId, 'running');
    work.record({
      subjectKind: 'people-import',
      subjectId: importId,
      summary: `Import de personnes « ${found.source} » lancé`,
    });
    return accept({ pass });
  },
});

/** Takes back all that an import wrote, except what somebody has to do with since. */
export const undoPeopleImport = command({
  name: 'people.undo-import',
  input: z.object({ importId: z.uuid() }),
  allow: mayKeepRelations,
  async run(work, { importId }) {
    const found = await lockStage(work.db, importId, ['done']);
    if (!found) return refuse('not_my_turn');
    const pass = await enterStage(work, importId, 'undoing');
    work.record({
      subjectKind: 'people-import',
      subjectId: importId,
      summary: `Annulation de l’import de « ${found.source} » demandée`,
    });
    return accept({ pass });
  },
});
