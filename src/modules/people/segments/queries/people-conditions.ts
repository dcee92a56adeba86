import { sql } from 'drizzle-orm';
import { roles } from '#platform/context/context.ts';
import type { SegmentCondition, SegmentReading } from '#platform/contributions/module.ts';
import { roleNames } from '#modules/identity/index.ts';
import { townChoices } from '../../queries/town-choices.ts';
import { relationStatuses, statusNames } from '../../domain/relation-statuses.ts';
import { roleKindNames, roleKinds } from '../../domain/role-kinds.ts';

type Choice = { value: string; label: string };

const fixed = (choices: readonly Choice[]) => () => Promise.resolve([...choices]);
const read = (statement: ReturnType<typeof sql>) => async (ctx: SegmentReading) =>
  (await ctx.db.execute<Choice>(statement)).rows;

const startOf = (day: string, zone: string) =>
  (/^\d{4}-\d{2}-\d{2}$/.test(day) ? Temporal.PlainDate.from(day) : Temporal.PlainDate.from('9999-12-31'))
    .toZonedDateTime(zone)
    .toInstant()
    .toString();

const running = (today: Temporal.PlainDate) => sql`(r.ends_on is null or r.ends_on >= ${today.toString()})`;

// One look in the index a department, not one an address.
const nextPostcode = (after: ReturnType<typeof sql>) => sql`select c.postcode from contact_points c
  where c.kind = 'postal' and c.postcode > ${after} order by c.postcode limit 1`;
const departments = sql`with recursive known as (
    (${nextPostcode(sql`''`)})
    union all
    select (${nextPostcode(sql`left(k.postcode, 2) || '999'`)}) from known k where k.postcode is not null)
  select left(k.postcode, 2) as value, left(k.postcode, 2) as label from known k where k.postcode is not null order by 1`;

/** What the people module itself can say of someone. */
export const peopleConditions: readonly SegmentCondition[] = [
  {
    key: 'people.status',
    group: 'Qui c’est',
    label: 'est pour le pôle',
    contrary: 'n’est pas pour le pôle',
    value: {
      kind: 'choice',
      label: 'Statut',
      choices: fixed(relationStatuses.map((status) => ({ value: status, label: statusNames[status].toLowerCase() }))),
    },
    people: (value, { today }) => sql`select s.person_id from relation_statuses s where s.person_id is not null
      and s.status = ${value} and s.since <= ${today.toString()} and (s.until is null or s.until > ${today.toString()})`,
  },
  {
    key: 'people.tag',
    group: 'Qui c’est',
    label: 'porte l’étiquette',
    contrary: 'ne porte pas l’étiquette',
    value: {
      kind: 'choice',
      label: 'Étiquette',
      choices: read(sql`select id::text as value, '« ' || label || ' »' as label from people_tags order by label_key`),
    },
    people: (value) => sql`select t.person_id from person_tags t where t.tag_id = ${value}::uuid`,
  },
  {
    key: 'people.hub-role',
    group: 'Qui c’est',
    label: 'a pour rôle au pôle',
    contrary: 'n’a pas pour rôle au pôle',
    value: {
      kind: 'choice',
      label: 'Rôle',
      choices: fixed(roles.map((role) => ({ value: role, label: `« ${roleNames[role]} »` }))),
    },
    people: (value) => sql`select h.person_id from person_roles h where h.role = ${value} and h.starts_at <= now()
      and (h.ends_at is null or h.ends_at > now())`,
  },
  {
    key: 'people.known-since',
    group: 'Qui c’est',
    label: 'est connue du pôle depuis le',
    contrary: 'était connue du pôle avant le',
    value: { kind: 'day', label: 'Date' },
    people: (value, { zone }) =>
      sql`select k.id as person_id from persons k where k.created_at >= ${startOf(value, zone)}`,
  },
  {
    key: 'people.town',
    group: 'Où elle habite',
    label: 'habite à',
    contrary: 'n’habite pas à',
    value: {
      kind: 'choice',
      label: 'Commune',
      choices: async ({ db }) => townChoices(db),
    },
    people: (value) => sql`select c.person_id from contact_points c where c.kind = 'postal' and c.town_key = ${value}`,
  },
  {
    key: 'people.department',
    group: 'Où elle habite',
    label: 'habite dans le département',
    contrary: 'n’habite pas dans le département',
    value: {
      kind: 'choice',
      label: 'Département',
      choices: read(departments),
    },
    people: (value) =>
      sql`select c.person_id from contact_points c where c.kind = 'postal'
        and c.postcode between ${`${value}000`} and ${`${value}999`}`,
  },
  ...(
    [
      ['email', 'a une adresse e-mail', 'n’a pas d’adresse e-mail'],
      ['postal', 'a une adresse postale', 'n’a pas d’adresse postale'],
      ['phone', 'a un numéro de téléphone', 'n’a pas de numéro de téléphone'],
    ] as const
  ).map(([kind, label, contrary]): SegmentCondition => ({
    key: `people.${kind}`,
    group: 'Comment la joindre',
    label,
    contrary,
    people: () => sql`select c.person_id from contact_points c where c.kind = ${kind}`,
  })),
  {
    key: 'people.account',
    group: 'Comment la joindre',
    label: 'a un compte sur le site',
    contrary: 'n’a pas de compte sur le site',
    people: () => sql`select a.person_id from accounts a`,
  },
  {
    key: 'people.in-structure',
    group: 'Dans une structure',
    label: 'a un rôle dans une structure',
    contrary: 'n’a de rôle dans aucune structure',
    people: (_value, { today }) => sql`select r.person_id from organization_roles r where ${running(today)}`,
  },
  {
    key: 'people.role-kind',
    group: 'Dans une structure',
    label: 'est, dans une structure,',
    contrary: 'n’est, dans aucune structure,',
    value: {
      kind: 'choice',
      label: 'Rôle',
      choices: fixed(roleKinds.map((kind) => ({ value: kind, label: roleKindNames[kind].toLowerCase() }))),
    },
    people: (value, { today }) =>
      sql`select r.person_id from organization_roles r where r.kind = ${value} and ${running(today)}`,
  },
  {
    key: 'people.structure-theme',
    group: 'Dans une structure',
    label: 'a un rôle dans une structure du thème',
    contrary: 'n’a pas de rôle dans une structure du thème',
    value: {
      kind: 'choice',
      label: 'Thème',
      choices: read(sql`select id::text as value, '« ' || label || ' »' as label from themes order by position, label`),
    },
    people: (value, { today }) => sql`select r.person_id from organization_roles r
      join organization_themes t on t.hub_id = r.hub_id and t.organization_id = r.organization_id
      join themes m on m.hub_id = t.hub_id and m.id = t.theme_id
      where (m.id = ${value}::uuid or m.parent_id = ${value}::uuid) and ${running(today)}`,
  },
  {
    key: 'people.structure-town',
    group: 'Dans une structure',
    label: 'a un rôle dans une structure de',
    contrary: 'n’a pas de rôle dans une structure de',
    value: {
      kind: 'choice',
      label: 'Commune',
      choices: read(
        sql`select essaim_fold(city) as value, min(city) as label from organization_locations where city <> '' group by 1 order by 1`,
      ),
    },
    people: (value, { today }) => sql`select r.person_id from organization_roles r
      join organization_locations l on l.hub_id = r.hub_id and l.organization_id = r.organization_id
      where essaim_fold(l.city) = ${value} and ${running(today)}`,
  },
  {
    key: 'people.structure-member',
    group: 'Dans une structure',
    label: 'a un rôle dans une structure adhérente',
    contrary: 'n’a pas de rôle dans une structure adhérente',
    people: (_value, { today }) => sql`select r.person_id from organization_roles r
      join organizations o on o.hub_id = r.hub_id and o.id = r.organization_id
      where o.is_member and o.trashed_at is null and ${running(today)}`,
  },
];
