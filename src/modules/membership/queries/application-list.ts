import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { Reader } from '#platform/db/database.ts';
import type { ApplicationSource, ApplicationState } from '../domain/application-states.ts';
import type { Who } from '../domain/who.ts';

export const applicationViews = ['a-valider', 'a-payer', 'acceptees', 'fermees', 'toutes'] as const;
export type ApplicationView = (typeof applicationViews)[number];

export interface ApplicationListed {
  id: string;
  name: string;
  by: string;
  who: Who;
  scale: string;
  campaign: string;
  owed: number;
  received: number;
  chosenWay: string | null;
  payer: string;
  source: ApplicationSource;
  state: ApplicationState;
  stateNote: string;
  createdAt: Temporal.Instant;
}

interface Raw extends Record<string, unknown>, Omit<ApplicationListed, 'createdAt'> {
  createdAt: string;
  whole: number;
}

export const applicationsAPage = 50;

const views: Readonly<Record<ApplicationView, SQL>> = {
  'a-valider': sql`a.state = 'awaiting_board'`,
  'a-payer': sql`a.state = 'awaiting_payment'`,
  acceptees: sql`a.state = 'accepted'`,
  fermees: sql`a.state in ('refused', 'withdrawn')`,
  toutes: sql`true`,
};

/** Applications, those that wait longest first where something waits, else the latest first. */
export async function applicationList(
  ctx: Context,
  { view, q }: { view: ApplicationView; q: string },
  page: number,
): Promise<{ rows: ApplicationListed[]; count: number }> {
  const parts = [views[view]];
  for (const word of q.normalize('NFC').slice(0, 100).split(/\s+/).filter(Boolean).slice(0, 6))
    parts.push(
      sql`position(essaim_fold(${word}) in essaim_fold(a.organization_name || ' ' || a.given_name || ' ' || a.family_name || ' ' || coalesce(a.email, '') || ' ' || y.name)) > 0`,
    );
  const waits = view === 'a-valider' || view === 'a-payer';
  const { rows } = await ctx.db.execute<Raw>(sql`
    select a.id, case when a.organization_name <> '' then a.organization_name else trim(a.given_name || ' ' || a.family_name) end as name,
      case when a.organization_name <> '' then trim(a.given_name || ' ' || a.family_name) else '' end as by, a.who,
      s.label as scale, k.name as campaign, a.dues + a.donation as owed, coalesce(h.received - h.returned, 0) as received,
      h.chosen_way as "chosenWay", y.name as payer, a.source, a.state, a.state_note as "stateNote",
      to_json(a.created_at) #>> '{}' as "createdAt", count(*) over ()::int as whole
    from membership_applications a
    join membership_campaigns k on k.hub_id = a.hub_id and k.id = a.campaign_id
    join dues_scales s on s.hub_id = a.hub_id and s.id = a.scale_id
    join dues_payers y on y.hub_id = a.hub_id and y.id = a.payer_id
    left join charges h on h.hub_id = y.hub_id and h.id = y.charge_id
    where ${sql.join(parts, sql` and `)}
    order by a.created_at ${waits ? sql`asc` : sql`desc`}, a.id limit ${applicationsAPage} offset ${(page - 1) * applicationsAPage}`);
  return {
    rows: rows.map(({ whole: _whole, createdAt, ...row }) => ({ ...row, createdAt: Temporal.Instant.from(createdAt) })),
    count: rows[0]?.whole ?? 0,
  };
}

/** How many wait for a yes, and for their money; since when. */
export async function applicationCounts(
  db: Reader,
): Promise<{ toValidate: number; toPay: number; since: Temporal.Instant | null }> {
  const { rows } = await db.execute<{ toValidate: number; toPay: number; since: string | null }>(sql`
    select count(*) filter (where state = 'awaiting_board')::int as "toValidate",
      count(*) filter (where state = 'awaiting_payment')::int as "toPay",
      to_json(min(state_at) filter (where state = 'awaiting_board')) #>> '{}' as since
    from membership_applications where state in ('awaiting_board', 'awaiting_payment')`);
  const [row] = rows;
  return {
    toValidate: row?.toValidate ?? 0,
    toPay: row?.toPay ?? 0,
    since: row?.since ? Temporal.Instant.from(row.since) : null,
  };
}
