import { sql, type SQL } from 'drizzle-orm';
import { ownRows } from '#modules/identity/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { PersonalData, PersonalDataSection } from '#platform/contributions/module.ts';
import type { Transaction } from '#platform/db/database.ts';
import type { AgreementState } from './domain/agreement.ts';

const answers: Record<AgreementState, string> = {
  asked: 'accord demandé, sans réponse',
  given: 'accord donné',
  refused: 'accord refusé',
  withdrawn: 'accord retiré',
};

interface Row extends Record<string, unknown> {
  name: string;
  mail: string;
  state: AgreementState;
  wording: string;
  occasion: string;
  guardian: string;
  asked: string;
}

async function exportAgreements(ctx: Context, personId: string): Promise<PersonalDataSection[]> {
  const { rows } = await ctx.db.execute<Row>(sql`select a.name, a.mail, a.state, a.wording, p.occasion,
      a.guardian_name as guardian, to_char(a.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as asked
    from photo_people a join photos p on p.hub_id = a.hub_id and p.image_id = a.image_id
    where ${isHers(personId)} order by a.asked_at`);
  return rows.map((row) => ({
    title: row.occasion ? `Photo « ${row.occasion} »` : 'Photo où l’on vous reconnaît',
    entries: [
      { label: 'Nom noté', value: row.name },
      { label: 'E-mail', value: row.mail },
      { label: 'Répond pour la personne', value: row.guardian },
      { label: 'Réponse', value: answers[row.state], since: Temporal.Instant.from(row.asked) },
      { label: 'Texte de l’accord', value: row.wording },
    ].filter(({ value }) => value !== ''),
  }));
}

async function exportSent(ctx: Context, personId: string): Promise<PersonalDataSection[]> {
  const { rows } = await ctx.db.execute<{ count: number }>(
    sql`select count(*)::int as count from stored_images where created_by = ${personId}`,
  );
  const count = rows[0]?.count ?? 0;
  return count > 0 ? [{ title: 'Photothèque', entries: [{ label: 'Images envoyées', value: String(count) }] }] : [];
}

/**
 * Withdraws every agreement of the person and forgets her name: the photos are hidden at once. She no longer is anyone we
 * know of, so the line stays, nameless, to keep the photo hidden.
 */
async function erase(tx: Transaction, personId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ image_id: string }>(sql`update photo_people a
    set name = '', mail = '', guardian_name = '', answered_by = '', person_id = null, seen_at = null,
      state = case when state = 'refused' then state else 'withdrawn' end, withdrawn_at = coalesce(withdrawn_at, now())
    where ${isHers(personId)} returning image_id`);
  const images = `{${rows.map((row) => row.image_id).join(',')}}`;
  await tx.execute(sql`delete from photo_agreement_links where photo_person_id in
    (select id from photo_people where image_id = any (${images}::uuid[]) and name = '')`);
  await tx.execute(
    sql`update stored_images set withheld_at = coalesce(withheld_at, now()) where id = any (${images}::uuid[])`,
  );
  await tx.execute(sql`update photo_people set noted_by = null, noted_by_name = '' where noted_by = ${personId}`);
  await tx.execute(sql`update stored_images set created_by = null where created_by = ${personId}`);
  return [];
}

/** Lines of the table `a` that speak of this person, or for which she answers. */
function isHers(personId: string): SQL {
  const lines = { personId: sql`a.person_id`, email: sql`a.mail` };
  return sql`(${ownRows(personId, { ...lines, name: sql`a.name` })}
    or ${ownRows(personId, { ...lines, name: sql`a.guardian_name` })})`;
}

/** What the photo bank holds about people. */
export const photosPersonalData: PersonalData = {
  export: async (ctx, personId) => [...(await exportAgreements(ctx, personId)), ...(await exportSent(ctx, personId))],
  erase,
};
