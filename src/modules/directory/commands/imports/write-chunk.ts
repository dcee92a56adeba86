import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { completeProfile, type ProfileChanges } from '../../profile/organization-profile.ts';
import { insertOrganizations } from '../saving/insert-organizations.ts';
import { lockOrganizations, type StoredOrganization } from '../saving/stored-organization.ts';
import { updateOrganizations } from '../saving/update-organizations.ts';
import { draftProfile } from './draft-profile.ts';
import { importChanges } from './import-changes.ts';
import { importMapping } from './import-mapping.ts';
import type { PlanLine } from './plan-line.ts';
import { destinationsOf, type Destination } from './row-destinations.ts';
import { lockStage } from './stages.ts';
import { themeMatcher } from './theme-matcher.ts';

const input = z.object({
  importId: z.uuid(),
  pass: z.int(),
  position: z.int().nonnegative(),
  rows: z.custom<PlanLine[]>(),
});

/** What became of one row. */
interface RowWritten {
  position: number;
  written: 'added' | 'changed' | 'merged' | 'none';
  organization_id: string | null;
  version: number | null;
}

/**
 * Writes the next rows of an import, all of them or none, with how far it has come: a job that died starts again right
 * here. Refuses `not_my_turn` when another worker wrote them meanwhile.
 */
export const writeChunk = command({
  name: 'directory.write-import-rows',
  input,
  // Called by the job that a member of the team asked for.
  allow: () => true,
  async run(work, { importId, pass, position, rows }) {
    const found = await lockStage(work.db, importId, 'running', pass);
    if (!found || found.progress !== position) return refuse('not_my_turn');
    const { source } = found;
    await oneAtATime(work, source);
    const { asDrafts } = importMapping.parse(found.mapping);
    const destinations = await destinationsOf(work, { importId, source, rows });
    const themes = await themeMatcher(work.db);
    const said = new Map(
      rows.flatMap((row) => (row.draft ? [[row.position, draftProfile(row.draft, themes).fields] as const] : [])),
    );

    const added = destinations.filter((row) => row.act === 'add');
    const sheets = added.map(({ row, organizationId }) => ({
      id: organizationId,
      profile: completeProfile(said.get(row.position) ?? { name: '' }),
      status: asDrafts ? ('draft' as const) : ('published' as const),
    }));
    await insertOrganizations(work, sheets, { act: 'imported', from: { source, confirmedBy: null } });
    const touched = destinations.filter((row) => row.act === 'update' || row.act === 'merge');
    const updates = await updateSheets(work, touched, said, source);
    await keepKeys(work, { importId, source }, [...added, ...touched]);
    await noteRows(
      work,
      importId,
      destinations.map((row) => writtenOf(row, updates)),
    );
    await work.db.execute(
      sql`update organization_imports set progress = ${position + rows.length} where id = ${importId}`,
    );
    work.record({
      subjectKind: 'import',
      subjectId: importId,
      summary: `Import de « ${source} » : lignes ${position + 1} à ${position + rows.length}`,
    });
    return accept({ next: position + rows.length });
  },
});

/** Two imports of one list at the same time would not see each other's sheets. */
async function oneAtATime(work: CommandContext, source: string): Promise<void> {
  await work.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import ${work.hubId} ${source}`}, 0))`);
}

/** Several rows may speak of one sheet: each is read over what the ones before left. Answers the versions made. */
async function updateSheets(
  work: CommandContext,
  touched: readonly Destination[],
  said: ReadonlyMap<number, ProfileChanges>,
  source: string,
): Promise<Map<string, number>> {
  const stored = await lockOrganizations(work.db, [...new Set(touched.map((row) => row.organizationId))]);
  const pending = new Map<string, { stored: StoredOrganization; changes: ProfileChanges }>();
  for (const { row, organizationId, hash } of touched) {
    const sheet = stored.get(organizationId);
    // What is in the trash stays there; what the list said last time is known.
    if (!sheet || sheet.trashedAt !== null || hash === row.hash) continue;
    const before = pending.get(organizationId)?.changes ?? {};
    const { changes } = importChanges(
      { ...sheet, profile: { ...sheet.profile, ...before } },
      said.get(row.position) ?? {},
      source,
    );
    pending.set(organizationId, { stored: sheet, changes: { ...before, ...changes } });
  }
  const written = await updateOrganizations(work, [...pending.values()], {
    act: 'imported',
    from: { source, confirmedBy: null },
  });
  return new Map(written.map(({ id, version }) => [id, version]));
}

function writtenOf({ row, act, organizationId }: Destination, updates: ReadonlyMap<string, number>): RowWritten {
  if (act === 'add') return { position: row.position, written: 'added', organization_id: organizationId, version: 1 };
  const version = updates.get(organizationId) ?? null;
  if (act === 'none') return { position: row.position, written: 'none', organization_id: null, version: null };
  const written = act === 'merge' ? 'merged' : version === null ? 'none' : 'changed';
  return { position: row.position, written, organization_id: organizationId, version };
}

/** Notes under which key the list knows each sheet. */
async function keepKeys(
  work: CommandContext,
  { importId, source }: { importId: string; source: string },
  kept: readonly Destination[],
): Promise<void> {
  const byKey = new Map(
    kept
      .filter((row) => row.ownsKey)
      .map(({ row, organizationId }) => [
        row.key,
        {
          id: work.newId(),
          organization_id: organizationId,
          source,
          source_key: row.key,
          import_id: importId,
          content_hash: row.hash,
          last_seen_at: work.now().toString(),
        },
      ]),
  );
  if (byKey.size === 0) return;
  await work.db
    .execute(sql`insert into organization_sources (id, organization_id, source, source_key, import_id, content_hash, last_seen_at)
    select id, organization_id, source, source_key, import_id, content_hash, last_seen_at
    from jsonb_populate_recordset(null::organization_sources, ${JSON.stringify([...byKey.values()])}::jsonb)
    on conflict (hub_id, source, source_key) do update set content_hash = excluded.content_hash, last_seen_at = excluded.last_seen_at`);
}

async function noteRows(work: CommandContext, importId: string, rows: readonly RowWritten[]): Promise<void> {
  await work.db
    .execute(sql`update organization_import_rows r set written = w.written, organization_id = w.organization_id, version = w.version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w (position int, written text, organization_id uuid, version int)
    where r.import_id = ${importId} and r.position = w.position`);
}
