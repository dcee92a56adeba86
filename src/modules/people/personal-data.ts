import { asc, eq, sql } from 'drizzle-orm';
import type { PersonalData, PersonalDataSection } from '#platform/contributions/module.ts';
import type { Context } from '#platform/context/context.ts';
import { noteKindNames } from './domain/note-kinds.ts';
import { reachWords } from './domain/reach.ts';
import { statusNames } from './domain/relation-statuses.ts';
import { roleInWords, type RoleKind } from './domain/role-kinds.ts';
import { forgetImportedLines, importedFrom } from './imports/personal-data.ts';
import { ownAddressChanges, reachPreferences, relationNotes, relationStatuses, retentionReviews } from './tables.ts';

type Entry = PersonalDataSection['entries'][number];

/** A day as the moment it began, for the dates of an export. */
const from = (day: Temporal.PlainDate | null, ctx: Context): { since?: Temporal.Instant } =>
  day ? { since: day.toZonedDateTime(ctx.zone).toInstant() } : {};

/** What the team keeps of its relations with a person: tables relation_statuses, organization_roles, person_tags,
 * relation_notes, relation_documents, household_people, delegates, reach_preferences, retention_reviews, rights_links,
 * own_address_changes, people_told_apart, people_imports, people_import_rows. */
export const peoplePersonalData: PersonalData = {
  async export(ctx, personId) {
    const sections: PersonalDataSection[] = [
      {
        title: 'Ce que vous êtes pour le pôle',
        entries: [...(await statuses(ctx, personId)), ...(await tags(ctx, personId))],
      },
      { title: 'Vos rôles dans des structures', entries: await roles(ctx, personId) },
      { title: 'Échanges notés par l’équipe', entries: await notes(ctx, personId) },
      { title: 'Documents gardés avec votre fiche', entries: await documents(ctx, personId) },
      { title: 'Les listes d’où viennent ces informations', entries: await importedFrom(ctx, personId) },
      { title: 'Votre foyer et qui agit pour vous', entries: await around(ctx, personId) },
      { title: 'Comment vous joindre, et jusqu’à quand vous êtes connu·e', entries: await keeping(ctx, personId) },
    ];
    return sections.filter((section) => section.entries.length > 0);
  },
  async erase(tx, personId) {
    // Papers stay in the store no longer than the line that shows them.
    await tx.execute(sql`update stored_files set removed_at = now() where removed_at is null and id in
      (select file_id from relation_documents where person_id = ${personId}::uuid)`);
    for (const table of [
      sql`relation_statuses`,
      sql`organization_roles`,
      sql`person_tags`,
      sql`relation_notes`,
      sql`relation_documents`,
      sql`household_people`,
      sql`reach_preferences`,
      sql`retention_reviews`,
      // The address that was asked about goes with the links to it.
      sql`rights_links`,
      sql`own_address_changes`,
    ])
      await tx.execute(sql`delete from ${table} where person_id = ${personId}::uuid`);
    await tx.execute(sql`delete from delegates where person_id = ${personId}::uuid or delegate_id = ${personId}::uuid`);
    await tx.execute(
      sql`delete from people_told_apart where person_id = ${personId}::uuid or other_id = ${personId}::uuid`,
    );
    await tx.execute(sql`update households set written_to_id = null where written_to_id = ${personId}::uuid`);
    await tx.execute(sql`delete from households h where
      (select count(*) from household_people k where k.hub_id = h.hub_id and k.household_id = h.id) < 2`);
    // Askings that were answered keep the address for some days, without a person.
    await tx.execute(sql`delete from rights_links l where l.person_id is null and l.opened_at is not null
      and l.email in (select c.normalised from contact_points c where c.person_id = ${personId}::uuid and c.kind = 'email')`);
    await forgetImportedLines(tx, personId);
    await tx.execute(sql`update relation_notes set author_name = '' where author_id = ${personId}::uuid`);
    return [];
  },
};

async function statuses(ctx: Context, personId: string): Promise<Entry[]> {
  const rows = await ctx.db
    .select()
    .from(relationStatuses)
    .where(eq(relationStatuses.personId, personId))
    .orderBy(asc(relationStatuses.since));
  return rows.map((row) => ({
    label: row.until ? 'Statut terminé' : 'Statut',
    value: [statusNames[row.status], row.note].filter(Boolean).join(' : '),
    ...from(row.since, ctx),
  }));
}

async function tags(ctx: Context, personId: string): Promise<Entry[]> {
  const { rows } = await ctx.db.execute<{
    label: string;
    at: string;
  }>(sql`select t.label, to_json(p.added_at) #>> '{}' as at
    from person_tags p join people_tags t on t.hub_id = p.hub_id and t.id = p.tag_id where p.person_id = ${personId}::uuid order by t.label_key`);
  return rows.map((row) => ({ label: 'Étiquette', value: row.label, since: Temporal.Instant.from(row.at) }));
}

async function roles(ctx: Context, personId: string): Promise<Entry[]> {
  const { rows } = await ctx.db.execute<{
    name: string;
    kind: RoleKind;
    function: string;
    starts: string | null;
    ends: string | null;
  }>(sql`select o.name, r.kind, r.function, r.starts_on::text as starts, r.ends_on::text as ends
    from organization_roles r join organizations o on o.hub_id = r.hub_id and o.id = r.organization_id
    where r.person_id = ${personId}::uuid order by o.name_key, r.kind`);
  return rows.map((row) => ({
    label: row.ends ? 'Rôle terminé' : 'Rôle',
    value: `${roleInWords(row)}, ${row.name}`,
    ...from(row.starts === null ? null : Temporal.PlainDate.from(row.starts), ctx),
  }));
}

async function notes(ctx: Context, personId: string): Promise<Entry[]> {
  const rows = await ctx.db
    .select()
    .from(relationNotes)
    .where(eq(relationNotes.personId, personId))
    .orderBy(asc(relationNotes.happenedOn));
  return rows.map((row) => ({ label: noteKindNames[row.kind], value: row.text, ...from(row.happenedOn, ctx) }));
}

async function documents(ctx: Context, personId: string): Promise<Entry[]> {
  const { rows } = await ctx.db.execute<{
    title: string;
    name: string;
    at: string;
  }>(sql`select d.title, f.name, to_json(d.added_at) #>> '{}' as at
    from relation_documents d join stored_files f on f.hub_id = d.hub_id and f.id = d.file_id where d.person_id = ${personId}::uuid order by d.added_at`);
  return rows.map((row) => ({
    label: 'Document',
    value: `${row.title} (${row.name})`,
    since: Temporal.Instant.from(row.at),
  }));
}

async function around(ctx: Context, personId: string): Promise<Entry[]> {
  const { rows } = await ctx.db.execute<{ label: string; value: string }>(sql`
    select 'Foyer' as label, h.label as value from household_people p join households h on h.hub_id = p.hub_id and h.id = p.household_id where p.person_id = ${personId}::uuid
    union all select 'Agit pour vous', q.display_name || case when d.purpose <> '' then ' : ' || d.purpose else '' end
      from delegates d join persons q on q.hub_id = d.hub_id and q.id = d.delegate_id where d.person_id = ${personId}::uuid
    union all select 'Vous agissez pour', q.display_name || case when d.purpose <> '' then ' : ' || d.purpose else '' end
      from delegates d join persons q on q.hub_id = d.hub_id and q.id = d.person_id where d.delegate_id = ${personId}::uuid`);
  return rows;
}

async function keeping(ctx: Context, personId: string): Promise<Entry[]> {
  const [wish] = await ctx.db.select().from(reachPreferences).where(eq(reachPreferences.personId, personId));
  const [review] = await ctx.db.select().from(retentionReviews).where(eq(retentionReviews.personId, personId));
  const changes = await ctx.db.select().from(ownAddressChanges).where(eq(ownAddressChanges.personId, personId));
  return [
    ...changes.map((change) => ({ label: 'Adresse donnée', value: change.newEmail, since: change.askedAt })),
    ...(wish
      ? [
          {
            label: 'Votre choix',
            value: [reachWords[wish.channel], wish.note].filter(Boolean).join(', '),
            since: wish.updatedAt,
          },
        ]
      : []),
    ...(review ? [{ label: 'Dernier contact', value: review.lastContactKind, since: review.lastContactAt }] : []),
    ...(review?.keptUntil
      ? [{ label: 'Gardé·e plus longtemps', value: `${review.keptReason} (jusqu’au ${review.keptUntil.toString()})` }]
      : []),
  ];
}
