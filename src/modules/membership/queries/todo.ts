import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { plural } from '#platform/french/index.ts';
import { paths } from '../paths.ts';
import { mayKeepMemberships } from '../policy.ts';
import { applicationCounts } from './application-list.ts';
import { openCampaign } from './campaigns.ts';
import { mayBeReminded, mustBeCalled, toRenew } from './to-renew.ts';

/** Applications to validate, members to ask, dues that are expected. */
export async function membershipTodo(ctx: Context): Promise<TodoEntry[]> {
  if (!mayKeepMemberships(ctx.actor)) return [];
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const [counts, campaign, unpaid] = await Promise.all([
    applicationCounts(ctx.db),
    openCampaign(ctx.db, today),
    unpaidDues(ctx, today),
  ]);
  const entries: TodoEntry[] = [];
  if (counts.toValidate > 0)
    entries.push({
      group: 'to-validate',
      title: plural(counts.toValidate, 'adhésion à valider', 'adhésions à valider'),
      detail: 'Réglées, elles attendent un oui.',
      action: { label: 'Valider', path: paths.applications },
      since: counts.since,
      hue: 'leaf',
    });
  if (unpaid.count > 0)
    entries.push({
      group: 'waiting',
      title: plural(unpaid.count, 'cotisation revenue impayée', 'cotisations revenues impayées'),
      detail: 'Un chèque est revenu, ou un paiement a été rendu : dites-le à la personne, ou arrêtez l’adhésion.',
      action: { label: 'Voir', path: `${paths.office}?vue=impayees` },
      since: unpaid.since,
      hue: 'sun',
    });
  if (!campaign) return entries;
  const list = await toRenew(ctx.db, { now: ctx.clock.now(), zone: ctx.zone, campaign });
  const ask = list.filter(mayBeReminded).length;
  const call = list.filter(mustBeCalled).length;
  if (ask + call > 0)
    entries.push({
      group: 'can-wait',
      title: plural(ask + call, 'adhésion à renouveler', 'adhésions à renouveler'),
      detail:
        call > 0
          ? `${plural(ask, 'mail')} à envoyer, ${plural(call, 'appel')} à passer.`
          : 'Les mails partent en un clic.',
      action: { label: 'Relancer', path: paths.remindAll },
      since: null,
      hue: 'sun',
    });
  if (counts.toPay > 0)
    entries.push({
      group: 'can-wait',
      title:
        counts.toPay === 1 ? 'Une adhésion attend son règlement' : `${counts.toPay} adhésions attendent leur règlement`,
      detail: 'Un chèque est arrivé ? Notez-le, l’adhésion suit.',
      action: { label: 'Voir', path: `${paths.applications}?vue=a-payer` },
      since: null,
      hue: 'sea',
    });
  return entries;
}

/** Dues that were received and no longer are, of members of today. */
async function unpaidDues(
  { db, zone }: Context,
  today: Temporal.PlainDate,
): Promise<{ count: number; since: Temporal.Instant | null }> {
  const { rows } = await db.execute<{ count: number; since: string | null }>(sql`
    select count(*)::int as count, min(m.dues_unpaid_since)::text as since from memberships m
    where m.dues_unpaid_since is not null and m.state = 'running' and m.grace_until >= ${today.toString()}::date`);
  const since = rows[0]?.since;
  return {
    count: rows[0]?.count ?? 0,
    since: since ? Temporal.PlainDate.from(since).toZonedDateTime(zone).toInstant() : null,
  };
}
