import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { trashEvents } from '../../../commands/life/trash-events.ts';
import { unpublishEvents } from '../../../commands/life/unpublish-events.ts';
import { officePaths } from '../../../paths.ts';
import { refusalText } from '../../texts.ts';
import { undoTrash } from '../list/event-bulk.ts';
import { editedEvent } from './editor-page.tsx';

/** `POST /gestion/agenda/:id/etat`: one act on a whole event. */
export async function receiveAct(exchange: Exchange): Promise<Response> {
  const stored = await editedEvent(exchange);
  if (!stored || stored.origin) return exchange.notFound();
  const { values, key } = await exchange.form();
  const ids = [stored.id];
  const isTrash = values['act'] === 'corbeille';
  if (!isTrash && values['act'] !== 'retirer') return exchange.notFound();
  const outcome = await execute(exchange.ctx, isTrash ? trashEvents : unpublishEvents, { ids }, { key });
  if (!outcome.ok)
    return exchange.redirect(officePaths.event(stored.id), { tone: 'danger', text: refusalText(outcome.reason) });
  return isTrash
    ? exchange.redirect(officePaths.list, { tone: 'success', text: 'C’est à la corbeille.', ...undoTrash(ids) })
    : exchange.redirect(officePaths.event(stored.id), {
        tone: 'success',
        text: 'Retiré de l’agenda : c’est de nouveau un brouillon.',
      });
}
