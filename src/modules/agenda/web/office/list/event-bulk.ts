import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange, Flash } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import { publishEvents } from '../../../commands/life/publish-events.ts';
import { restoreEvents } from '../../../commands/life/restore-events.ts';
import { setEventState } from '../../../commands/life/set-event-state.ts';
import { tagEvents } from '../../../commands/life/tag-events.ts';
import { trashEvents } from '../../../commands/life/trash-events.ts';
import { officePaths } from '../../../paths.ts';
import { refusalText, type AgendaRefusal } from '../../texts.ts';

// An address has room for about fifty ids; a larger batch is restored from the trash.
const mostInUndo = 50;

/** `POST /gestion/agenda/lot`: one act on the events ticked. */
export async function receiveEventBulk(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const { ctx } = exchange;
  const ids = form.all('ids').filter(isId);
  const wanted = form.values['retour'] ?? officePaths.list;
  const back = wanted.startsWith(officePaths.list) ? wanted : officePaths.list;
  const act = form.values['action'] ?? '';
  const tag = form.values['etiquette'] ?? '';
  if (act.endsWith('etiqueter') && tag === '')
    return exchange.redirect(back, { tone: 'warning', text: 'Choisissez d’abord un lecteur.' });
  const options = { key: form.key };
  const acts: Readonly<Record<string, () => Promise<Outcome<{ count: number }, AgendaRefusal>>>> = {
    publier: () => execute(ctx, publishEvents, { ids }, options),
    annuler: () => execute(ctx, setEventState, { ids, state: 'cancelled' }, options),
    confirmer: () => execute(ctx, setEventState, { ids, state: 'confirmed' }, options),
    corbeille: () => execute(ctx, trashEvents, { ids }, options),
    restaurer: () => execute(ctx, restoreEvents, { ids }, options),
    etiqueter: () => execute(ctx, tagEvents, { ids, add: tag }, options),
    desetiqueter: () => execute(ctx, tagEvents, { ids, remove: tag }, options),
  };
  const run = acts[act];
  if (!run) return exchange.notFound();
  const outcome = await run();
  if (!outcome.ok)
    return exchange.redirect(back, { tone: 'danger', text: outcome.fields['ids'] ?? refusalText(outcome.reason) });
  return exchange.redirect(back, said(act, outcome.value.count, ids));
}

/** `POST /gestion/agenda/corbeille`: takes back what was just put in the trash. */
export async function receiveRestore(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const ids = exchange.query('ids').split(',').filter(isId);
  const outcome = await execute(exchange.ctx, restoreEvents, { ids }, { key: form.key });
  if (!outcome.ok)
    return exchange.redirect(officePaths.list, {
      tone: 'danger',
      text: outcome.fields['ids'] ?? refusalText(outcome.reason),
    });
  const [only] = ids;
  return exchange.redirect(ids.length === 1 && only ? officePaths.event(only) : officePaths.list, {
    tone: 'success',
    text: `${plural(outcome.value.count, 'rendez-vous')} de retour.`,
  });
}

/** What the trash gives back in one click. */
export function undoTrash(ids: readonly string[]): Pick<Flash, 'undo'> {
  return { undo: { action: `${officePaths.trash}?ids=${ids.join(',')}`, label: 'Annuler' } };
}

function said(act: string, count: number, ids: readonly string[]): Flash {
  if (act === 'corbeille')
    return {
      tone: 'success',
      text: `${plural(count, 'rendez-vous')} à la corbeille.`,
      ...(ids.length <= mostInUndo ? undoTrash(ids) : {}),
    };
  if (act === 'annuler')
    return {
      tone: 'success',
      text: `${plural(count, 'rendez-vous')} : annulé. Les personnes inscrites sont prévenues.`,
    };
  return { tone: 'success', text: `C’est fait : ${plural(count, 'rendez-vous')}.` };
}
