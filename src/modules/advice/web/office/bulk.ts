import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import { assignAdviceRequests } from '../../commands/assign-advice-requests.ts';
import { closeAdviceRequests } from '../../commands/close-advice-requests.ts';
import { tagAdviceRequests } from '../../commands/tag-advice-requests.ts';
import { paths } from '../../paths.ts';
import type { AdviceDependencies } from '../../ports.ts';
import { refusalText } from '../texts.ts';

/** `POST /gestion/demandes/lot`: one act on the requests ticked. */
export async function receiveBulk(exchange: Exchange, { links }: AdviceDependencies): Promise<Response> {
  const form = await exchange.form();
  const { action = '', personId = '', tag = '', outcome = '' } = form.values;
  const ids = form.all('ids').filter(isId);
  const wanted = form.values['retour'] ?? paths.queue;
  const back = wanted.startsWith(paths.queue) ? wanted : paths.queue;
  const { ctx } = exchange;
  const acts: Readonly<
    Record<string, { needs: string; value: string; run: () => Promise<Outcome<{ count: number }>> }>
  > = {
    confier: {
      needs: 'Choisissez d’abord à qui confier les demandes cochées.',
      value: personId,
      run: () => execute(ctx, assignAdviceRequests(links), { ids, personId }, { key: form.key }),
    },
    etiqueter: {
      needs: 'Écrivez d’abord l’étiquette à ajouter.',
      value: tag,
      run: () => execute(ctx, tagAdviceRequests, { ids, tag }, { key: form.key }),
    },
    clore: {
      needs: 'Choisissez d’abord comment les demandes cochées se terminent.',
      value: outcome,
      run: () => execute(ctx, closeAdviceRequests, { ids, outcome }, { key: form.key }),
    },
  };
  const act = acts[action];
  if (!act) return exchange.notFound();
  if (!act.value.trim()) return exchange.redirect(back, { tone: 'warning', text: act.needs });
  const done = await act.run();
  return exchange.redirect(
    back,
    done.ok
      ? { tone: 'success', text: `C’est fait : ${plural(done.value.count, 'demande changée', 'demandes changées')}.` }
      : { tone: 'danger', text: Object.values(done.fields)[0] ?? refusalText(done.reason) },
  );
}
