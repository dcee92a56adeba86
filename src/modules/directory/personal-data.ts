import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { PersonalData, PersonalDataSection } from '#platform/contributions/module.ts';
import type { Transaction } from '#platform/db/database.ts';
import type { Visibility } from '#platform/search/search.ts';
import { ownRows } from '#modules/identity/index.ts';
import { visibilityNames } from './profile/visibility-names.ts';

interface ContactRow extends Record<string, unknown> {
  structure: string;
  name: string;
  role: string;
  email: string;
  phone: string;
  visibility: Visibility;
}

/** The lines of the directory where a person is named as someone to ask for. */
async function exportContactLines(ctx: Context, personId: string): Promise<PersonalDataSection[]> {
  const { rows } = await ctx.db
    .execute<ContactRow>(sql`select o.name as structure, c.name, c.role, c.email, c.phone, c.visibility
    from contact_persons c join organizations o on o.hub_id = c.hub_id and o.id = c.organization_id where c.person_id = ${personId} order by o.name_key`);
  return rows.map(({ structure, name, role, email, phone, visibility }) => ({
    title: `Contact de « ${structure} » dans l’annuaire`,
    entries: [
      { label: 'Nom', value: name },
      { label: 'Rôle', value: role },
      { label: 'E-mail', value: email },
      { label: 'Téléphone', value: phone },
      { label: 'Visible par', value: visibilityNames[visibility] },
    ].filter(({ value }) => value !== ''),
  }));
}

interface SuggestionRow extends Record<string, unknown> {
  from_name: string;
  from_email: string;
  from_phone: string;
  message: string;
  created_at: string;
}

/** What a person proposed for the directory, found by her addresses: no account is needed to propose. */
async function exportSuggestions(ctx: Context, personId: string): Promise<PersonalDataSection[]> {
  const { rows } = await ctx.db.execute<SuggestionRow>(sql`select from_name, from_email, from_phone, message, created_at
    from organization_suggestions where ${proposedBy(personId)} order by created_at`);
  if (rows.length === 0) return [];
  const entries = rows.map((row) => ({
    label: 'Proposition pour l’annuaire',
    value: [row.from_name, row.from_email, row.from_phone, row.message].filter(Boolean).join(', '),
    since: Temporal.Instant.from(row.created_at),
    source: 'formulaire de proposition',
  }));
  return [{ title: 'Propositions pour l’annuaire', entries }];
}

/** Forgets who proposed: what is said of the structure stays. */
async function eraseSuggestions(tx: Transaction, personId: string): Promise<void> {
  const sentToHer = ownRows(personId, { email: sql`sent_to` });
  await tx.execute(
    sql`update organization_suggestions set from_name = '', from_email = '', from_phone = '', message = '' where ${proposedBy(personId)}`,
  );
  await tx.execute(sql`update organization_claims set sent_to = '' where ${sentToHer}`);
  await tx.execute(sql`update confirmation_requests set sent_to = '' where ${sentToHer}`);
}

const proposedBy = (personId: string): SQL => ownRows(personId, { email: sql`from_email`, name: sql`from_name` });

/** Takes a person off every sheet, and out of what the history and merges kept of them. */
async function eraseContactLines(tx: Transaction, personId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ organization_id: string }>(
    sql`delete from contact_persons where person_id = ${personId} returning organization_id`,
  );
  const without = sql`jsonb_set(snapshot, '{contacts}', coalesce((select jsonb_agg(c) from jsonb_array_elements(snapshot -> 'contacts') c
    where c ->> 'personId' is distinct from ${personId}), '[]'))`;
  await tx.execute(
    sql`update organization_versions set snapshot = ${without} where snapshot -> 'contacts' @> ${JSON.stringify([{ personId }])}::jsonb`,
  );
  await tx.execute(
    sql`update merged_organizations set snapshot = ${without} where snapshot -> 'contacts' @> ${JSON.stringify([{ personId }])}::jsonb`,
  );
  if (rows.length > 0) {
    // Someone who edits a sheet read before the erasure must not bring the person back.
    await tx.execute(
      sql`update organizations set version = version + 1 where id in (select jsonb_array_elements_text(${JSON.stringify(rows.map((row) => row.organization_id))}::jsonb)::uuid)`,
    );
  }
  return [];
}

/** What the directory holds about people. */
export const directoryPersonalData: PersonalData = {
  export: async (ctx, personId) => [
    ...(await exportContactLines(ctx, personId)),
    ...(await exportSuggestions(ctx, personId)),
  ],
  async erase(tx, personId) {
    await eraseSuggestions(tx, personId);
    return eraseContactLines(tx, personId);
  },
};
