import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { insertContactPoints, insertPastConsents, type PointToInsert } from '#modules/identity/index.ts';
import { todayIn } from '../../commands/saving/subject-fields.ts';
import type { PersonDraft } from '../domain/person-draft.ts';
import type { RowUndo } from '../queries/import-rows.ts';
import { structuresNamedLike } from '../queries/structures-named.ts';

/** What is written of a person, whether she is new or known. */
export interface DraftToSave {
  personId: string;
  draft: PersonDraft;
  undo: RowUndo;
}

type Added = { id: string; personId: string };

/** Writes what drafts say of people, all in a few statements; what was known already is left. Notes in `undo` what it added. */
export async function saveDrafts(work: CommandContext, saved: readonly DraftToSave[], source: string): Promise<void> {
  if (saved.length === 0) return;
  const undoOf = new Map(saved.map(({ personId, undo }) => [personId, undo]));
  const keep = (kind: keyof RowUndo, added: readonly Added[]): void => {
    for (const { id, personId } of added) undoOf.get(personId)?.[kind].push(id);
  };
  keep('points', await insertContactPoints(work, saved.flatMap(pointsOf)));
  keep('statuses', await saveStatuses(work, saved));
  keep('tags', await saveTags(work, saved));
  const structures = await structuresNamedLike(
    work.db,
    saved.flatMap(({ draft }) => draft.structure || []),
  );
  keep('roles', await saveRoles(work, saved, structures));
  keep('notes', await saveNotes(work, saved, structures, source));
  keep('consents', await saveConsents(work, saved));
}

function pointsOf({ personId, draft }: DraftToSave): PointToInsert[] {
  return [
    ...draft.emails.map((value) => ({ personId, kind: 'email' as const, value })),
    ...draft.phones.map((value) => ({ personId, kind: 'phone' as const, value })),
    ...(draft.postal ? [{ personId, kind: 'postal' as const, value: draft.postal }] : []),
  ];
}

async function saveStatuses(work: CommandContext, saved: readonly DraftToSave[]): Promise<Added[]> {
  const rows = saved.flatMap(({ personId, draft }) =>
    draft.statuses.map((status) => ({ id: work.newId(), person_id: personId, status })),
  );
  if (rows.length === 0) return [];
  const { rows: added } = await work.db.execute<Added & Record<string, unknown>>(sql`
    insert into relation_statuses (id, person_id, status, since, created_by, created_at)
    select id, person_id, status, ${todayIn(work).toString()}::date, ${work.actor?.personId ?? null}::uuid, ${work.now().toString()}
    from jsonb_populate_recordset(null::relation_statuses, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing returning id, person_id as "personId"`);
  return added;
}

async function saveTags(work: CommandContext, saved: readonly DraftToSave[]): Promise<Added[]> {
  const labels = new Map(
    saved.flatMap(({ draft }) => draft.tags.map((label) => [foldForSearch(label), label] as const)),
  );
  if (labels.size === 0) return [];
  const tags = [...labels].map(([key, label]) => ({ id: work.newId(), label, label_key: key }));
  await work.db.execute(sql`insert into people_tags (id, label, label_key, created_at)
    select id, label, label_key, ${work.now().toString()} from jsonb_populate_recordset(null::people_tags, ${JSON.stringify(tags)}::jsonb)
    on conflict do nothing`);
  const rows = saved.flatMap(({ personId, draft }) =>
    draft.tags.map((label) => ({ person: personId, key: foldForSearch(label) })),
  );
  const { rows: added } = await work.db.execute<Added & Record<string, unknown>>(sql`
    insert into person_tags (person_id, tag_id, added_by, added_at)
    select d.person, t.id, ${work.actor?.personId ?? null}::uuid, ${work.now().toString()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) d (person uuid, key text) join people_tags t on t.label_key = d.key
    on conflict do nothing returning tag_id as id, person_id as "personId"`);
  return added;
}

type Structures = ReadonlyMap<string, { id: string; name: string }>;

async function saveRoles(
  work: CommandContext,
  saved: readonly DraftToSave[],
  structures: Structures,
): Promise<Added[]> {
  const rows = saved.flatMap(({ personId, draft }) => {
    const structure = structures.get(foldForSearch(draft.structure));
    return structure
      ? [
          {
            id: work.newId(),
            person_id: personId,
            organization_id: structure.id,
            kind: draft.roleKind,
            function: draft.function,
          },
        ]
      : [];
  });
  if (rows.length === 0) return [];
  const { rows: added } = await work.db.execute<Added & Record<string, unknown>>(sql`
    insert into organization_roles (id, person_id, organization_id, kind, function, created_by, created_at)
    select id, person_id, organization_id, kind, function, ${work.actor?.personId ?? null}::uuid, ${work.now().toString()}
    from jsonb_populate_recordset(null::organization_roles, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing returning id, person_id as "personId"`);
  return added;
}

/** Notes, each once; a structure the directory does not have is told in one rather than lost. */
async function saveNotes(
  work: CommandContext,
  saved: readonly DraftToSave[],
  structures: Structures,
  source: string,
): Promise<Added[]> {
  const today = todayIn(work).toString();
  const rows = saved.flatMap(({ personId, draft }) => {
    const unknown = draft.structure && !structures.has(foldForSearch(draft.structure));
    const told = unknown
      ? [
          {
            text: `Structure selon « ${source} » : ${[draft.structure, draft.function].filter(Boolean).join(', ')}`,
            on: null,
          },
        ]
      : [];
    return [...draft.notes, ...told].map(({ text, on }) => ({
      id: work.newId(),
      person_id: personId,
      text: text.slice(0, 5000),
      happened_on: on !== null && on <= today ? on : today,
      is_dated: on !== null,
    }));
  });
  if (rows.length === 0) return [];
  const { rows: added } = await work.db.execute<Added & Record<string, unknown>>(sql`
    insert into relation_notes (id, person_id, kind, happened_on, text, author_id, author_name, created_at)
    select d.id, d.person_id, 'note', d.happened_on, d.text, ${work.actor?.personId ?? null}::uuid, ${work.actor?.name ?? ''}, ${work.now().toString()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) d (id uuid, person_id uuid, text text, happened_on date, is_dated boolean)
    where not exists (select from relation_notes n where n.person_id = d.person_id and n.text = d.text
      and (n.happened_on = d.happened_on or not d.is_dated))
    returning id, person_id as "personId"`);
  return added;
}

async function saveConsents(work: CommandContext, saved: readonly DraftToSave[]): Promise<Added[]> {
  return insertPastConsents(
    work,
    saved.flatMap(({ personId, draft: { consent } }) =>
      consent
        ? [
            {
              personId,
              purpose: 'newsletter',
              wording: 'Accord repris d’une liste, avec sa date et son origine',
              source: consent.source,
              proof: `le ${consent.on}`,
              givenAt: Temporal.PlainDate.from(consent.on).toZonedDateTime(work.zone).toInstant(),
            },
          ]
        : [],
    ),
  );
}
