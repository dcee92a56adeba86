import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { Owed } from '../domain/match.ts';

/** Dues that are expected, and who owes them. */
export interface OwedDues extends Owed {
  readonly payer: string;
  /** « Awa Diallo, La Ressourcerie du Semnon ». */
  readonly members: string;
  readonly campaign: string;
  readonly applicationId: string;
}

type Raw = {
  chargeId: string;
  left: number;
  payer: string;
  campaign: string;
  applicationId: string;
  members: string[];
  names: string[];
  emails: string[];
};

/** All dues that are owed, or those of some charges. */
export async function owedDues(db: Reader, chargeIds: readonly string[] | null = null): Promise<OwedDues[]> {
  const { rows } = await db.execute<Raw>(sql`
    select c.id as "chargeId", (c.amount - c.received)::int as left, p.name as payer, a.campaign, a."applicationId", a.members,
      array_append(a.names, p.name) as names,
      array_remove(array_append(a.emails, p.email), null) as emails
    from charges c
    join dues_payers p on p.hub_id = c.hub_id and p.id = c.subject_id
    join lateral (
      select array_agg(case when x.organization_name <> '' then x.organization_name else trim(x.given_name || ' ' || x.family_name) end
          order by x.created_at, x.id) as members,
        array_agg(trim(x.given_name || ' ' || x.family_name)) || array_agg(x.organization_name) filter (where x.organization_name <> '') as names,
        array_agg(x.email) filter (where x.email is not null) as emails,
        (array_agg(x.id order by x.created_at, x.id))[1] as "applicationId", min(k.name) as campaign
      from membership_applications x join membership_campaigns k on k.hub_id = x.hub_id and k.id = x.campaign_id
      where x.hub_id = p.hub_id and x.payer_id = p.id and x.state in ('awaiting_payment', 'accepted')
    ) a on a."applicationId" is not null
    where c.subject_module = 'membership' and c.state in ('due', 'pending', 'refused') and c.cancelled_at is null and c.amount > c.received
      and ${
        chargeIds === null
          ? sql`true`
          : sql`c.id in (${sql.join(
              chargeIds.map((id) => sql`${id}::uuid`),
              sql`, `,
            )})`
      }
    order by c.created_at, c.id limit 2000`);
  return rows.map((row) => ({ ...row, members: row.members.join(', '), emails: row.emails ?? [] }));
}
