import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { refusalText } from '../../web/texts.ts';
import { changeSource, detachEvent, sourceActs } from '../commands/change-source.ts';
import { sourcePaths } from '../paths.ts';
import { readSource } from '../queries/sources.ts';
import { followSource } from '../read-now.ts';
import { sourceAsked } from './source-page.tsx';

/** `POST /gestion/agenda/sources/:id/verifier`: asks the source at once, whole. */
export async function receiveCheck(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const source = await sourceAsked(exchange);
  if (!source || source.url === null) return exchange.notFound();
  await followSource(exchange.ctx, deps, deps.ports, { ...source, etag: null, lastModified: null });
  const after = await readSource(exchange.ctx.db, source.id);
  return exchange.redirect(
    sourcePaths.source(source.id),
    after?.problem
      ? { tone: 'warning', text: after.problem }
      : { tone: 'success', text: 'Ce calendrier vient d’être relu.' },
  );
}

const done = {
  pause: 'Ce calendrier est en pause.',
  resume: 'Ce calendrier est suivi de nouveau.',
  remove: 'Ce calendrier n’est plus suivi. Ses rendez-vous sont restés.',
} as const;

/** `POST /gestion/agenda/sources/:id/suivi` */
export async function receiveAct(exchange: Exchange): Promise<Response> {
  const source = await sourceAsked(exchange);
  const { values, key } = await exchange.form();
  const act = sourceActs.find((one) => one === values['acte']);
  if (!source || !act) return exchange.notFound();
  const outcome = await execute(exchange.ctx, changeSource, { id: source.id, act }, key ? { key } : {});
  const path = act === 'remove' ? sourcePaths.list : sourcePaths.source(source.id);
  if (!outcome.ok) return exchange.redirect(path, { tone: 'danger', text: refusalText(outcome.reason) });
  return exchange.redirect(path, { tone: 'success', text: done[act] });
}

/** `POST /gestion/agenda/sources/:id/detacher` */
export async function receiveDetach(exchange: Exchange): Promise<Response> {
  const source = await sourceAsked(exchange);
  const { values, key } = await exchange.form();
  const eventId = values['evenement'] ?? '';
  if (!source || !isId(eventId)) return exchange.notFound();
  const isDetached = values['detache'] === 'oui';
  const outcome = await execute(exchange.ctx, detachEvent, { eventId, isDetached }, key ? { key } : {});
  if (!outcome.ok)
    return exchange.redirect(sourcePaths.source(source.id), { tone: 'danger', text: refusalText(outcome.reason) });
  const text = isDetached
    ? 'Ce rendez-vous est à vous : sa source ne le changera plus.'
    : 'Ce rendez-vous suit de nouveau sa source.';
  return exchange.redirect(sourcePaths.source(source.id), { tone: 'success', text });
}
