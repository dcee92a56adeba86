import { sql, type SQL } from 'drizzle-orm';
import type { SegmentCondition } from '#platform/contributions/module.ts';
import { isId } from '#platform/ids/ids.ts';
import { whoLabels, whos } from '../domain/who.ts';
import { campaignList, colleges } from './campaigns.ts';

const group = 'Adhésion';

/** People of memberships for which this holds: the member herself, or those who stand for a structure. */
const people = (where: SQL): SQL => sql`select mp.person_id from membership_people mp
  join memberships m on m.hub_id = mp.hub_id and m.id = mp.membership_id where ${where}`;

const nobody = sql`select null::uuid as person_id where false`;

/** What segments may ask of memberships, in plain words. */
export const membershipConditions: readonly SegmentCondition[] = [
  {
    key: 'membership.current',
    group,
    label: 'est à jour de cotisation',
    contrary: 'n’est pas à jour de cotisation',
    people: (_value, { today }) =>
      people(
        sql`m.state = 'running' and m.starts_on <= ${today.toString()}::date and m.ends_on >= ${today.toString()}::date
          and m.dues_unpaid_since is null`,
      ),
  },
  {
    key: 'membership.unpaid',
    group,
    label: 'a une cotisation revenue impayée',
    contrary: 'n’a pas de cotisation revenue impayée',
    people: (_value, { today }) =>
      people(
        sql`m.state = 'running' and m.dues_unpaid_since is not null and m.grace_until >= ${today.toString()}::date`,
      ),
  },
  {
    key: 'membership.late',
    group,
    label: 'a une adhésion à renouveler',
    contrary: 'n’a pas d’adhésion à renouveler',
    people: (_value, { today }) =>
      people(sql`m.state = 'running' and m.ends_on < ${today.toString()}::date and m.grace_until >= ${today.toString()}::date
        and not exists (select from memberships n where n.hub_id = m.hub_id and n.state = 'running' and n.ends_on > m.ends_on
          and (n.person_id = m.person_id or n.organization_id = m.organization_id))`),
  },
  {
    key: 'membership.former',
    group,
    label: 'a été adhérent·e et ne l’est plus',
    contrary: 'n’est pas un·e ancien·ne adhérent·e',
    people: (_value, { today }) => sql`${people(sql`true`)}
      except ${people(sql`m.state = 'running' and m.grace_until >= ${today.toString()}::date`)}`,
  },
  {
    key: 'membership.college',
    group,
    label: 'est du collège',
    contrary: 'n’est pas du collège',
    value: {
      kind: 'choice',
      label: 'Collège',
      choices: async ({ db }) => (await colleges(db, true)).map(({ id, name }) => ({ value: id, label: name })),
    },
    people: (value, { today }) =>
      isId(value)
        ? people(
            sql`m.state = 'running' and m.grace_until >= ${today.toString()}::date and m.college_id = ${value}::uuid`,
          )
        : nobody,
  },
  {
    key: 'membership.campaign',
    group,
    label: 'a adhéré pendant la campagne',
    contrary: 'n’a pas adhéré pendant la campagne',
    value: {
      kind: 'choice',
      label: 'Campagne',
      choices: async ({ db }) => (await campaignList(db)).map(({ id, name }) => ({ value: id, label: name })),
    },
    people: (value) => (isId(value) ? people(sql`m.campaign_id = ${value}::uuid`) : nobody),
  },
  {
    key: 'membership.who',
    group,
    label: 'adhère en tant que',
    contrary: 'n’adhère pas en tant que',
    value: {
      kind: 'choice',
      label: 'Qui',
      choices: async () => whos.map((value) => ({ value, label: whoLabels[value] })),
    },
    people: (value, { today }) =>
      people(sql`m.state = 'running' and m.grace_until >= ${today.toString()}::date and m.who = ${value}`),
  },
];
