import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { removeConsents, removeContactPoints, removePeople } from '#modules/identity/index.ts';
import { relationChanged } from '../../facts.ts';
import { nextRows, type PersonRow, type RowUndo } from '../queries/import-rows.ts';
import { touchedSince } from '../queries/touched-people.ts';
import { peopleImports } from '../tables.ts';
import { lockStage } from './stages.ts';

/** Takes back the next lines of an import; `kept` are people somebody had to do with since. Called by the job. */
export const undoPeopleChunk = command({
  name: 'people.undo-import-chunk',
  input: z.object({ importId: z.uuid(), pass: z.int(), limit: z.int().positive(), kept: z.array(z.uuid()) }),
  allow: () => true,
  async run(work, { importId, pass, limit, kept }) {
    const found = await lockStage(work.db, importId, ['undoing'], pass);
    if (!found) return refuse('not_my_turn');
    const rows = await nextRows(work.db, importId, found.progress, limit);
    const last = rows.at(-1);
    if (last) await takeBack(work, importId, rows, new Set(kept));
    const progress = last ? last.position + 1 : found.total;
    const isOver = progress >= found.total;
    await work.db
      .update(peopleImports)
      .set({ progress, ...(isOver ? { status: 'undone' as const, finishedAt: work.now() } : {}) })
      .where(eq(peopleImports.id, importId));
    if (isOver)
      await work.db.execute(sql`update people_imports set counts = counts || (select jsonb_build_object(
      'removed', count(*) filter (where undone = 'removed'), 'restored', count(*) filter (where undone = 'restored'),
      'left', count(*) filter (where undone = 'left')) from people_import_rows r where r.import_id = ${importId}::uuid) where id = ${importId}::uuid`);
    work.record({
      subjectKind: 'people-import',
      subjectId: importId,
      summary: `${isOver ? 'Import annulé' : 'Import en cours d’annulation'} : « ${found.source} »`,
    });
    return accept({ isOver });
  },
});

async function takeBack(
  work: CommandContext,
  importId: string,
  rows: readonly PersonRow[],
  kept: ReadonlySet<string>,
): Promise<void> {
  const added = rows.filter((row) => row.written === 'added' && row.personId !== null);
  const undos = new Map(added.flatMap((row) => (row.personId && row.undo ? [[row.personId, row.undo] as const] : [])));
  const touched = await touchedSince(work.db, importId, [...undos.keys()]);
  const removable = [...undos.keys()].filter((id) => !kept.has(id) && !touched.has(id));
  const gone = new Set(await removePeople(work, removable));
  // Whoever stays keeps what she has; those who were known before lose what the list added.
  const restored = rows.filter((row) => row.written === 'changed' && row.undo !== null);
  await takeBackParts(
    work,
    restored.flatMap((row) => (row.undo && row.personId ? [{ personId: row.personId, undo: row.undo }] : [])),
  );
  const said = [
    ...added.map((row) => ({
      position: row.position,
      undone: row.personId && gone.has(row.personId) ? 'removed' : 'left',
    })),
    ...restored.map((row) => ({ position: row.position, undone: 'restored' })),
  ];
  await work.db.execute(sql`update people_import_rows r set undone = d.undone, undo = null
    from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) d (position int, undone text)
    where r.import_id = ${importId}::uuid and r.position = d.position`);
  work.publish(relationChanged({ personIds: restored.flatMap((row) => row.personId ?? []) }));
}

async function takeBackParts(
  work: CommandContext,
  parts: readonly { personId: string; undo: RowUndo }[],
): Promise<void> {
  if (parts.length === 0) return;
  const all = (kind: keyof RowUndo) => parts.flatMap(({ undo }) => undo[kind]);
  const list = (kind: keyof RowUndo) => `{${all(kind).join(',')}}`;
  await removeContactPoints(work, all('points'));
  await removeConsents(work, all('consents'));
  await work.db.execute(sql`delete from relation_statuses where id = any (${list('statuses')}::uuid[])`);
  await work.db.execute(sql`delete from organization_roles where id = any (${list('roles')}::uuid[])`);
  await work.db.execute(sql`delete from relation_notes where id = any (${list('notes')}::uuid[]) and version = 1`);
  const tags = parts.flatMap(({ personId, undo }) => undo.tags.map((tag) => ({ person: personId, tag })));
  await work.db
    .execute(sql`delete from person_tags t using jsonb_to_recordset(${JSON.stringify(tags)}::jsonb) d (person uuid, tag uuid)
    where t.person_id = d.person and t.tag_id = d.tag`);
}
