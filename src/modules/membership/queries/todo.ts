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
  const [counts, campaign] = await Promise.all([applicationCounts(ctx.db), openCampaign(ctx.db, today)]);
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
