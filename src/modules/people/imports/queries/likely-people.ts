import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { normaliseContact } from '#modules/identity/index.ts';
import type { PersonMatch } from '../domain/judge-row.ts';
import { draftName, type PersonDraft } from '../domain/person-draft.ts';

type Found = PersonMatch & { position: number } & Record<string, unknown>;

/** Who each of these lines may be: people with one of its addresses or numbers, or with its name. */
export async function likelyPeople(
  db: Reader,
  drafts: readonly { position: number; draft: PersonDraft }[],
): Promise<ReadonlyMap<number, PersonMatch[]>> {
  const reaches = drafts.flatMap(({ position, draft }) => [
    ...draft.emails.map((value) => ({ position, kind: 'email', key: normaliseContact('email', value) })),
    ...draft.phones.map((value) => ({ position, kind: 'phone', key: normaliseContact('phone', value) })),
  ]);
  const names = drafts.map(({ position, draft }) => ({
    position,
    given: draft.givenName,
    family: draft.familyName,
    shown: draftName(draft),
  }));
  const hasEmail = sql`exists (select from contact_points m where m.hub_id = p.hub_id and m.person_id = p.id and m.kind = 'email') as "hasEmail"`;
  const { rows } = await db.execute<Found>(sql`
    select d.position, p.id as "personId", p.display_name as name, d.kind as by, ${hasEmail}
    from jsonb_to_recordset(${JSON.stringify(reaches)}::jsonb) d (position int, kind text, key text)
    join contact_points c on c.kind = d.kind and c.normalised = d.key
    join persons p on p.hub_id = c.hub_id and p.id = c.person_id where p.merged_into is null and p.erased_at is null
    union all
    select d.position, p.id, p.display_name, 'name', ${hasEmail}
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) d (position int, given text, family text, shown text)
    join persons p on p.folded_name = essaim_fold(d.given || ' ' || d.family || ' ' || d.shown)
    where p.merged_into is null and p.erased_at is null
    order by 1, 2`);
  const byPosition = Map.groupBy(rows, (row) => row.position);
  return new Map(
    [...byPosition].map(([position, found]) => [
      position,
      found.map(({ personId, name, by, hasEmail: known }) => ({ personId, name, by, hasEmail: known })),
    ]),
  );
}
