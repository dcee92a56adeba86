import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { organizationChanged } from '../../facts.ts';
import { completeProfile, profileChanges } from '../../profile/organization-profile.ts';
import { indexOrganizations } from '../saving/index-organizations.ts';
import { lockOrganizations, uuids, type StoredOrganization } from '../saving/stored-organization.ts';
import { updateOrganizations } from '../saving/update-organizations.ts';
import { lockStage } from './stages.ts';

const sheetsInOne = 200;

const input = z.object({ importId: z.uuid(), pass: z.int() });

/** A sheet that the import wrote, and what it did to it first. */
interface Touched extends Record<string, unknown> {
  id: string;
  added: boolean;
  /** Version that the first row of the import made of it. */
  first_version: number | null;
  /** The import, or the placing that followed it, was the last to write it. */
  untouched: boolean;
}

/**
 * Takes back what an import wrote on the next sheets: those it added go to the trash, those it changed return to what
 * they were. A sheet that somebody changed since is left as it is, and told.
 */
export const undoChunk = command({
  name: 'directory.undo-import-rows',
  input,
  // Called by the job that a member of the team asked for.
  allow: () => true,
  async run(work, { importId, pass }) {
    const found = await lockStage(work.db, importId, 'undoing', pass);
    if (!found) return refuse('not_my_turn');
    const touched = await nextTouched(work, importId);
    if (touched.length === 0) return finish(work, importId, found.source);
    const stored = await lockOrganizations(
      work.db,
      touched.map(({ id }) => id),
    );
    const mayUndo = touched.filter(({ id, untouched }) => untouched && stored.get(id)?.trashedAt === null);
    const removed = mayUndo.filter(({ added }) => added).map(({ id }) => id);
    const restored = mayUndo.filter(({ added }) => !added).map(({ id }) => id);
    await trash(
      work,
      removed.flatMap((id) => stored.get(id) ?? []),
    );
    await restore(
      work,
      mayUndo.filter(({ added }) => !added),
      stored,
      found.source,
    );
    await forgetKeys(work, importId, found.source, touched, new Set(mayUndo.map(({ id }) => id)));
    await note(work, importId, touched, { removed, restored });
    await work.db.execute(
      sql`update organization_imports set progress = progress + ${touched.length} where id = ${importId}`,
    );
    work.record({
      subjectKind: 'import',
      subjectId: importId,
      summary: `Import de « ${found.source} » : ${mayUndo.length} fiches ramenées à leur état d’avant`,
    });
    return accept({ isOver: false });
  },
});

async function nextTouched(work: CommandContext, importId: string): Promise<Touched[]> {
  const { rows } = await work.db.execute<Touched>(sql`
    select r.organization_id as id, bool_or(r.written = 'added') as added, min(r.version) as first_version,
      not exists (select from organization_versions v where v.organization_id = r.organization_id
        and v.version > max(r.version) and v.act not in ('imported')) as untouched
    from organization_import_rows r
    where r.import_id = ${importId} and r.organization_id is not null and r.written <> 'none' and r.undone is null
    group by r.organization_id order by r.organization_id limit ${sheetsInOne}`);
  return rows;
}

async function trash(work: CommandContext, sheets: readonly StoredOrganization[]): Promise<void> {
  if (sheets.length === 0) return;
  const now = work.now().toString();
  const ids = sheets.map(({ id }) => id);
  await work.db.execute(
    sql`update organizations set trashed_at = ${now}, updated_at = ${now} where id = any (${uuids(ids)}::uuid[])`,
  );
  await indexOrganizations(
    work,
    sheets.map((sheet) => ({ ...sheet, trashedAt: now })),
  );
  work.publish(organizationChanged(...ids));
}

async function restore(
  work: CommandContext,
  touched: readonly Touched[],
  stored: ReadonlyMap<string, StoredOrganization>,
  source: string,
): Promise<void> {
  const wanted = touched.filter(({ first_version: version }) => version !== null && version > 1);
  if (wanted.length === 0) return;
  const { rows } = await work.db.execute<{ id: string; snapshot: unknown }>(sql`
    select v.organization_id as id, v.snapshot from organization_versions v
    join jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (id uuid, first_version int)
      on v.organization_id = w.id and v.version = w.first_version - 1`);
  const changes = rows.flatMap(({ id, snapshot }) => {
    const sheet = stored.get(id);
    if (!sheet) return [];
    const before = profileChanges.parse(snapshot);
    return [{ stored: sheet, changes: completeProfile({ ...before, name: before.name ?? sheet.profile.name }) }];
  });
  await updateOrganizations(work, changes, { act: 'undone', from: { source: `avant ${source}`, confirmedBy: null } });
}

/** The list knows these sheets no more; what it changed on others will be compared again. */
async function forgetKeys(
  work: CommandContext,
  importId: string,
  source: string,
  touched: readonly Touched[],
  undone: ReadonlySet<string>,
): Promise<void> {
  const ids = uuids(touched.filter(({ id }) => undone.has(id)).map(({ id }) => id));
  await work.db.execute(
    sql`delete from organization_sources where import_id = ${importId} and organization_id = any (${ids}::uuid[])`,
  );
  await work.db.execute(
    sql`update organization_sources set content_hash = '' where source = ${source} and organization_id = any (${ids}::uuid[])`,
  );
}

async function note(
  work: CommandContext,
  importId: string,
  touched: readonly Touched[],
  done: { removed: string[]; restored: string[] },
): Promise<void> {
  await work.db.execute(sql`update organization_import_rows set undone = case
      when organization_id = any (${uuids(done.removed)}::uuid[]) then 'removed'
      when organization_id = any (${uuids(done.restored)}::uuid[]) then 'restored' else 'left' end
    where import_id = ${importId} and written <> 'none' and organization_id = any (${uuids(touched.map(({ id }) => id))}::uuid[])`);
}

async function finish(work: CommandContext, importId: string, source: string) {
  const { rows } = await work.db.execute<{
    undone: string;
    count: number;
  }>(sql`select undone, count(distinct organization_id)::int as count
    from organization_import_rows where import_id = ${importId} and undone is not null group by 1`);
  const of = (undone: string) => rows.find((row) => row.undone === undone)?.count ?? 0;
  const counts = { removed: of('removed'), restored: of('restored'), left: of('left') };
  await work.db.execute(sql`update organization_imports set status = 'undone', undone_at = ${work.now().toString()},
    total = (select count(*) from organization_import_rows where import_id = ${importId}), counts = counts || ${JSON.stringify(counts)}::jsonb where id = ${importId}`);
  work.record({
    subjectKind: 'import',
    subjectId: importId,
    summary: `Import de « ${source} » annulé`,
    details: counts,
  });
  return accept({ isOver: true });
}
