import { asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { readStoredFiles, type StoredFile } from '#platform/stored-files/index.ts';
import type { RelationSubject } from '../domain/relation-subject.ts';
import type { RoleKind } from '../domain/role-kinds.ts';
import { relationDocuments, relationNotes, relationStatuses } from '../tables.ts';

/** A role as a sheet shows it, from either side. */
export interface ShownRole {
  id: string;
  kind: RoleKind;
  function: string;
  receivesMail: boolean;
  startsOn: Temporal.PlainDate | null;
  endsOn: Temporal.PlainDate | null;
  personId: string;
  personName: string;
  organizationId: string;
  organizationName: string;
}

export type ShownStatus = typeof relationStatuses.$inferSelect;
export type ShownNote = typeof relationNotes.$inferSelect;
export type ShownDocument = typeof relationDocuments.$inferSelect & { file: StoredFile };

/** What the team keeps of its relation with a person or a structure. */
export interface Relations {
  statuses: ShownStatus[];
  roles: ShownRole[];
  notes: ShownNote[];
  documents: ShownDocument[];
}

/** The rows of a table that are about a subject. */
export const about = (
  table: typeof relationStatuses | typeof relationNotes | typeof relationDocuments,
  of: RelationSubject,
): SQL => ('personId' in of ? eq(table.personId, of.personId) : eq(table.organizationId, of.organizationId));

/** What runs first, then what ended, the latest first. */
export async function relationsOf(db: Reader, subject: RelationSubject): Promise<Relations> {
  const statuses = await db
    .select()
    .from(relationStatuses)
    .where(about(relationStatuses, subject))
    .orderBy(sql`${relationStatuses.until} is not null`, desc(relationStatuses.since));
  const notes = await db
    .select()
    .from(relationNotes)
    .where(about(relationNotes, subject))
    .orderBy(desc(relationNotes.happenedOn), desc(relationNotes.createdAt))
    .limit(100);
  const documents = await db
    .select()
    .from(relationDocuments)
    .where(about(relationDocuments, subject))
    .orderBy(asc(relationDocuments.addedAt));
  const files = await readStoredFiles(
    db,
    documents.map((document) => document.fileId),
  );
  const byId = new Map(files.map((file) => [file.id, file]));
  return {
    statuses,
    notes,
    documents: documents.flatMap((document) => {
      const file = byId.get(document.fileId);
      return file ? [{ ...document, file }] : [];
    }),
    roles: await rolesWhere(
      db,
      'personId' in subject
        ? sql`r.person_id = ${subject.personId}::uuid`
        : sql`r.organization_id = ${subject.organizationId}::uuid`,
    ),
  };
}

/** One role, with the names of both sides. */
export async function roleOf(db: Reader, id: string): Promise<ShownRole | null> {
  return (await rolesWhere(db, sql`r.id = ${id}::uuid`))[0] ?? null;
}

interface RoleRow extends Omit<ShownRole, 'startsOn' | 'endsOn'>, Record<string, unknown> {
  starts: string | null;
  ends: string | null;
}

async function rolesWhere(db: Reader, condition: SQL): Promise<ShownRole[]> {
  const { rows } = await db.execute<RoleRow>(sql`
    select r.id, r.kind, r.function, r.receives_mail as "receivesMail", r.starts_on::text as starts, r.ends_on::text as ends,
      r.person_id as "personId", p.display_name as "personName", r.organization_id as "organizationId", o.name as "organizationName"
    from organization_roles r join persons p on p.hub_id = r.hub_id and p.id = r.person_id
    join organizations o on o.hub_id = r.hub_id and o.id = r.organization_id
    where ${condition} order by r.ends_on is not null, r.ends_on desc,
      array_position(array['chair', 'treasurer', 'secretary', 'board_member', 'director', 'employee', 'volunteer', 'contact', 'other'], r.kind), p.folded_name, o.name_key`);
  const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));
  return rows.map(({ starts, ends, ...row }) => ({ ...row, startsOn: day(starts), endsOn: day(ends) }));
}
