import { sql } from 'drizzle-orm';
import type { MailAnswers } from '#platform/contributions/module.ts';
import type { Reader } from '#platform/db/database.ts';

/** What people did, since a mailing left, about what it told. */
export interface MailingOutcome {
  label: MailAnswers['label'];
  all: number;
  /** Of them, those of people to whom a copy had left: by their sheet, else by their address. */
  ofReaders: number;
}

/** What came of mailings, by id: only what came. Found in the rows of each module; nobody’s mail is watched. */
export async function mailingOutcomes(
  db: Reader,
  answers: readonly MailAnswers[],
  mailingIds: readonly string[],
): Promise<ReadonlyMap<string, MailingOutcome[]>> {
  const found = new Map<string, MailingOutcome[]>();
  if (mailingIds.length === 0 || answers.length === 0) return found;
  const labels = [...new Set(answers.map(({ label }) => label[1]))];
  const acts = answers.map(
    ({ label, acts }) => sql`select ${labels.indexOf(label[1])}::int as label, a.id as act_id, a.kind, a.item_id,
      a.path, a.person_id, lower(a.email) as email, a.at from (${acts()}) a where a.at >= (select min(t.started_at) from told t)`,
  );
  const { rows } = await db.execute<{ mailing_id: string; label: number; all: number; of_readers: number }>(sql`
    with told as materialized (
      select i.id, i.mailing_id, i.kind, i.item_id, i.href, m.started_at
      from mailing_items i join mailings m on m.hub_id = i.hub_id and m.id = i.mailing_id
      where m.id = any (${sql.param([...mailingIds])}::uuid[]) and m.started_at is not null
    ),
    acts as materialized (${sql.join(acts, sql` union all `)}),
    came as (
      select t.id, t.mailing_id, a.label, a.act_id, a.person_id, a.email, a.at from told t
      join acts a on a.kind = t.kind and a.item_id = t.item_id and a.at >= t.started_at
      union all
      select t.id, t.mailing_id, a.label, a.act_id, a.person_id, a.email, a.at from told t
      join acts a on a.path = t.href and a.at >= t.started_at
    )
    select c.mailing_id, c.label, count(distinct c.act_id)::int as all, count(distinct c.act_id) filter (where exists (
        select from mailing_deliveries d where d.mailing_id = c.mailing_id and d.state in ('sent', 'uncertain')
          and (d.person_id = c.person_id or d.address = c.email) and d.claimed_at <= c.at
          and (d.item_ids is null or c.id = any (d.item_ids))))::int as of_readers
    from came c group by 1, 2 order by 1, 2`);
  for (const { mailing_id: id, label, all, of_readers: ofReaders } of rows) {
    const words = answers.find((one) => one.label[1] === labels[label])?.label;
    if (words) found.set(id, [...(found.get(id) ?? []), { label: words, all, ofReaders }]);
  }
  return found;
}
