import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { KeyFigure } from '#platform/contributions/module.ts';
import { agree, formatNumber } from '#platform/french/index.ts';
import { agendaPath } from '../../paths.ts';

/** What the year of the agenda counts: our dates held, who came to them, what partners announced. Nothing rather than zero. */
export async function agendaKeyFigures(ctx: Pick<Context, 'db' | 'clock' | 'zone'>): Promise<KeyFigure[]> {
  const now = ctx.clock.now();
  const { year } = now.toZonedDateTimeISO(ctx.zone);
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  const { rows } = await ctx.db.execute<{ held: number; attended: number; announced: number }>(sql`
    select count(*) filter (where e.is_own and o.ends_at < ${now.toString()}::timestamptz)::int as held,
      coalesce(sum(r.attended) filter (where e.is_own), 0)::int as attended,
      count(distinct e.id) filter (where not e.is_own)::int as announced
    from agenda_occurrences o join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
      left join agenda_outcomes r on r.hub_id = o.hub_id and r.occurrence_id = o.id
    where o.starts_on >= ${first.toString()}::date and o.starts_on < ${first.add({ years: 1 }).toString()}::date
      and e.status = 'published' and e.trashed_at is null and not o.is_leftover and not o.is_cancelled
      and e.state not in ('cancelled', 'postponed')`);
  const { held = 0, attended = 0, announced = 0 } = rows[0] ?? {};
  const figure = (key: string, count: number, label: string): KeyFigure[] =>
    count === 0 ? [] : [{ key: `agenda.${key}`, count, value: formatNumber(count), label, href: agendaPath }];
  return [
    ...figure('held', held, `rendez-vous du pôle tenus en ${year}`),
    ...figure(
      'attended',
      attended,
      `${agree(attended, 'personne venue', 'personnes venues')} aux rendez-vous du pôle en ${year}`,
    ),
    ...figure('partners', announced, `rendez-vous de partenaires annoncés en ${year}`),
  ];
}
