import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { insertPeople } from '#modules/identity/index.ts';
import { relationChanged } from '../../facts.ts';
import { livingPeople } from '../../queries/known-subjects.ts';
import { draftName } from '../domain/person-draft.ts';
import { nextRows, rowsAt, type PersonRow, type RowUndo } from '../queries/import-rows.ts';
import { peopleImports } from '../tables.ts';
import { saveDrafts, type DraftToSave } from './saving-drafts.ts';
import { lockStage } from './stages.ts';

const noUndo = (): RowUndo => ({ points: [], statuses: [], tags: [], notes: [], roles: [], consents: [] });
const size = (undo: RowUndo): number => Object.values(undo).reduce((sum, ids) => sum + ids.length, 0);

/** Writes the next lines of an import; what the file said of them is forgotten with it. Called by the job. */
export const writePeopleChunk = command({
  name: 'people.write-import-chunk',
  input: z.object({ importId: z.uuid(), pass: z.int(), limit: z.int().positive() }),
  allow: () => true,
  async run(work, { importId, pass, limit }) {
    const found = await lockStage(work.db, importId, ['running'], pass);
    if (!found) return refuse('not_my_turn');
    const rows = await nextRows(work.db, importId, found.progress, limit);
    const last = rows.at(-1);
    if (last) {
      const written = await writeRows(work, importId, rows, found.source);
      await keepWritten(work, importId, rows, written);
    }
    const progress = last ? last.position + 1 : found.total;
    const isOver = progress >= found.total;
    await work.db
      .update(peopleImports)
      .set({ progress, ...(isOver ? { status: 'done' as const, finishedAt: work.now() } : {}) })
      .where(eq(peopleImports.id, importId));
    if (isOver)
      await work.db.execute(sql`update people_imports set counts = (select jsonb_build_object(
      'added', count(*) filter (where written = 'added'), 'changed', count(*) filter (where written = 'changed'),
      'unchanged', count(*) filter (where written = 'none' and verdict <> 'rejected' and decision is distinct from 'skip'),
      'skipped', count(*) filter (where decision = 'skip'), 'rejected', count(*) filter (where verdict = 'rejected'))
      from people_import_rows r where r.import_id = ${importId}::uuid) where id = ${importId}::uuid`);
    work.record({
      subjectKind: 'people-import',
      subjectId: importId,
      summary: isOver
        ? `Import de personnes « ${found.source} » terminé`
        : `${rows.length} lignes de « ${found.source} » écrites`,
    });
    return accept({ isOver });
  },
});

type Written = ReadonlyMap<number, { personId: string; isNew: boolean; undo: RowUndo }>;

async function writeRows(
  work: CommandContext,
  importId: string,
  rows: readonly PersonRow[],
  source: string,
): Promise<Written> {
  const destinations = await destinationsOf(work, importId, rows);
  const saved: DraftToSave[] = [];
  const written = new Map<number, { personId: string; isNew: boolean; undo: RowUndo }>();
  const undoOf = new Map<string, RowUndo>();
  for (const row of rows) {
    const to = destinations.get(row.position);
    if (!to || !row.draft) continue;
    const undo = undoOf.get(to.personId) ?? noUndo();
    // Two lines of one person: what they add is noted once, with the first.
    const own = undoOf.has(to.personId) ? noUndo() : undo;
    undoOf.set(to.personId, undo);
    saved.push({ personId: to.personId, draft: row.draft, undo });
    written.set(row.position, { ...to, undo: own });
  }
  await saveDrafts(work, saved, source);
  if (saved.length > 0) work.publish(relationChanged({ personIds: [...undoOf.keys()] }));
  return written;
}

/** Who each line is written to: someone new, someone known, or the person of an earlier line. */
async function destinationsOf(
  work: CommandContext,
  importId: string,
  rows: readonly PersonRow[],
): Promise<ReadonlyMap<number, { personId: string; isNew: boolean }>> {
  const living = await livingPeople(
    work.db,
    rows.flatMap((row) => (row.decision === 'merge' ? (row.matches[0]?.personId ?? []) : [])),
  );
  const to = new Map<number, { personId: string; isNew: boolean }>();
  const added: { id: string; givenName: string; familyName: string; displayName: string }[] = [];
  for (const { position, decision, matches, draft } of rows) {
    if (!draft || decision === null || decision === 'skip') continue;
    const match = decision === 'merge' ? matches[0]?.personId : undefined;
    if (match !== undefined && living.has(match)) to.set(position, { personId: match, isNew: false });
    else {
      // Merged or erased since: she is somebody new.
      const id = work.newId();
      added.push({ id, givenName: draft.givenName, familyName: draft.familyName, displayName: draftName(draft) });
      to.set(position, { personId: id, isNew: true });
    }
  }
  await insertPeople(work, added);
  const repeated = rows.filter((row) => row.verdict === 'repeated' && row.sameAs !== null);
  const earlier = await rowsAt(
    work.db,
    importId,
    repeated.flatMap((row) => row.sameAs ?? []),
  );
  const known = new Map(earlier.flatMap((row) => (row.personId ? [[row.position, row.personId] as const] : [])));
  for (const { position, sameAs } of repeated) {
    const personId = sameAs === null ? undefined : (to.get(sameAs)?.personId ?? known.get(sameAs));
    if (personId) to.set(position, { personId, isNew: false });
  }
  return to;
}

async function keepWritten(
  work: CommandContext,
  importId: string,
  rows: readonly PersonRow[],
  written: Written,
): Promise<void> {
  const kept = rows.map(({ position }) => {
    const one = written.get(position);
    const changed = one && size(one.undo) > 0;
    return {
      position,
      written: one?.isNew ? 'added' : changed ? 'changed' : 'none',
      person: one?.personId ?? null,
      undo: one && (one.isNew || changed) ? one.undo : null,
    };
  });
  await work.db
    .execute(sql`update people_import_rows r set written = d.written, person_id = d.person, undo = nullif(d.undo, 'null'::jsonb),
      draft = null, matches = '[]'
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) d (position int, written text, person uuid, undo jsonb)
    where r.import_id = ${importId}::uuid and r.position = d.position`);
}
