import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import type { Refused } from '#platform/outcome/outcome.ts';
import { answerAdviceRequest } from '../../commands/answer-advice-request.ts';
import { arrangeAdviceRequest } from '../../commands/arrange-advice-request.ts';
import { takeAdviceRequest } from '../../commands/assign-advice-requests.ts';
import { closeAdviceRequests, reopenAdviceRequest } from '../../commands/close-advice-requests.ts';
import { noteOnRequest } from '../../commands/note-on-request.ts';
import { paths } from '../../paths.ts';
import type { AdviceDependencies } from '../../ports.ts';
import { refusalText } from '../texts.ts';
import { requestPage, type TypedHere } from './request-page.tsx';

/** `POST /gestion/demandes/:id/repondre`. */
export async function receiveAnswer(exchange: Exchange, { links }: AdviceDependencies): Promise<Response> {
  const form = await exchange.form();
  const { answer = '', by = '', version } = form.values;
  const outcome = await execute(
    exchange.ctx,
    answerAdviceRequest(links),
    { id: exchange.param('id'), answer, by: by === 'page' ? 'page' : 'mail', version },
    { key: form.key },
  );
  if (!outcome.ok) return refused(exchange, outcome, 'answer', form.values);
  return exchange.redirect(paths.queue, {
    tone: 'success',
    text:
      by === 'page'
        ? 'C’est noté : cette personne a sa réponse.'
        : 'Réponse envoyée. Une personne de moins qui attend !',
  });
}

/** `POST /gestion/demandes/:id/prendre`: one click makes it hers. */
export async function takeRequest(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const id = exchange.param('id');
  const outcome = await execute(exchange.ctx, takeAdviceRequest, { id }, { key: form.key });
  if (!outcome.ok && outcome.reason !== 'taken_meanwhile') return exchange.notFound();
  return exchange.redirect(
    paths.request(id),
    outcome.ok ? { tone: 'success', text: 'Elle est à vous.' } : { tone: 'warning', text: refusalText(outcome.reason) },
  );
}

/** `POST /gestion/demandes/:id/noter`. */
export async function receiveNote(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const { text = '', kind = '', hasAnswered } = form.values;
  const id = exchange.param('id');
  const input = { id, text, kind: kind === 'call' ? 'call' : 'note', hasAnswered: hasAnswered === 'oui' };
  const outcome = await execute(exchange.ctx, noteOnRequest, input, { key: form.key });
  if (!outcome.ok) return refused(exchange, outcome, 'note', form.values);
  return exchange.redirect(paths.request(id), {
    tone: 'success',
    text: kind === 'call' ? 'L’appel est noté.' : 'La note est gardée.',
  });
}

/** `POST /gestion/demandes/:id/suivre`. */
export async function receiveArrangement(exchange: Exchange, { links }: AdviceDependencies): Promise<Response> {
  const form = await exchange.form();
  const { assignedToId = '', situation = '', referrer = '', tags = '', version } = form.values;
  const id = exchange.param('id');
  const words = tags
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
  const outcome = await execute(
    exchange.ctx,
    arrangeAdviceRequest(links),
    { id, assignedToId: assignedToId || null, situation: situation || null, referrer, tags: words, version },
    { key: form.key },
  );
  if (!outcome.ok) return refused(exchange, outcome, 'side', form.values);
  return exchange.redirect(paths.request(id), { tone: 'success', text: 'Le suivi est enregistré.' });
}

/** `POST /gestion/demandes/:id/clore`. */
export async function receiveClosing(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const { outcome: ending = '', note = '' } = form.values;
  const id = exchange.param('id');
  const outcome = await execute(
    exchange.ctx,
    closeAdviceRequests,
    { ids: [id], outcome: ending, note },
    { key: form.key },
  );
  if (!outcome.ok) return refused(exchange, outcome, 'side', form.values);
  return exchange.redirect(paths.queue, {
    tone: 'success',
    text: 'La demande est close.',
    undo: { action: paths.reopen(id), label: 'Rouvrir' },
  });
}

/** `POST /gestion/demandes/:id/rouvrir`. */
export async function reopenRequest(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const id = exchange.param('id');
  const outcome = await execute(exchange.ctx, reopenAdviceRequest, { id }, { key: form.key });
  if (!outcome.ok && outcome.reason !== 'not_closed') return exchange.notFound();
  return exchange.redirect(paths.request(id), { tone: 'success', text: 'La demande est rouverte.' });
}

function refused(
  exchange: Exchange,
  outcome: Refused,
  form: 'answer' | 'note' | 'side',
  values: TypedHere['values'],
): Response | Promise<Response> {
  if (outcome.reason === 'not_found' || 'id' in outcome.fields) return exchange.notFound();
  const {
    ids: _ids,
    version: _version,
    ...fields
  } = Object.fromEntries(
    // One message for the list of tags, whichever is wrong.
    Object.entries(outcome.fields).map(([name, message]) => [
      name.replace(/^tags\..*/, 'tags').replace(/^ids\..*/, 'ids'),
      message,
    ]),
  );
  const errors = Object.keys(fields).length > 0 ? fields : { '': refusalText(outcome.reason) };
  return requestPage(exchange, { [form]: { values, errors } }, 422);
}
