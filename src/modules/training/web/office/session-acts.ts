import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { copySession } from '../../commands/copy-session.ts';
import { setSessionState } from '../../commands/set-session-state.ts';
import { officePaths } from '../../paths.ts';
import type { TrainingDependencies } from '../../ports.ts';
import { refusalText } from '../texts.ts';

const acts = { ouvrir: 'open', confirmer: 'confirm', annuler: 'cancel', supprimer: 'trash' } as const;

const said = {
  open: 'La session est ouverte aux inscriptions.',
  confirm: 'C’est confirmé : les convocations partent.',
  cancel: 'La session est annulée, les personnes inscrites sont prévenues.',
  trash: 'La session est supprimée.',
} as const;

/** `POST /gestion/formations/sessions/:id/etat`. */
export async function receiveSessionAct(
  exchange: Exchange,
  { registrations }: TrainingDependencies,
): Promise<Response> {
  const form = await exchange.form();
  const id = exchange.param('id');
  const act = acts[form.values['act'] as keyof typeof acts];
  if (!act || !isId(id)) return exchange.notFound();
  const input = { id, act, because: form.values['because'] ?? '' };
  const outcome = await execute(exchange.ctx, setSessionState(registrations), input, { key: form.key });
  if (!outcome.ok && outcome.reason === 'not_found') return exchange.notFound();
  if (!outcome.ok)
    return exchange.redirect(officePaths.session(id), {
      tone: 'danger',
      text: outcome.fields['because'] ?? refusalText(outcome.reason),
    });
  return exchange.redirect(act === 'trash' ? officePaths.home : officePaths.session(id), {
    tone: 'success',
    text: said[act],
  });
}

/** `POST /gestion/formations/sessions/:id/dupliquer`. */
export async function receiveCopy(exchange: Exchange, { registrations }: TrainingDependencies): Promise<Response> {
  const form = await exchange.form();
  const id = exchange.param('id');
  if (!isId(id)) return exchange.notFound();
  const input = { id, firstDay: form.values['firstDay'] ?? '' };
  const outcome = await execute(exchange.ctx, copySession(registrations), input, { key: form.key });
  if (!outcome.ok && outcome.reason === 'not_found') return exchange.notFound();
  if (!outcome.ok)
    return exchange.redirect(officePaths.session(id), {
      tone: 'danger',
      text: outcome.fields['firstDay'] ?? refusalText(outcome.reason),
    });
  return exchange.redirect(officePaths.editSession(outcome.value.id), {
    tone: 'success',
    text: 'La session est dupliquée, personne n’y est inscrit. Vérifiez les dates.',
  });
}
