import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { answerEventProposal, proposalAnswers } from '../../commands/moderation/answer-event-proposal.ts';
import { eventPath } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { senderOf } from '../../queries/moderation/sender-of.ts';
import { refusalText } from '../texts.ts';
import { showReview } from './review-page.tsx';

/** `POST /gestion/agenda/a-valider/:id`: published, sent back with a word, or refused. */
export async function receiveReview(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { values, key } = await exchange.form();
  const id = exchange.param('id');
  const answer = proposalAnswers.find((one) => one === values['answer']);
  if (!isId(id) || !answer) return exchange.notFound();
  const { ctx } = exchange;
  const sender = await senderOf(ctx.db, id);
  const word = answer === 'publish' ? '' : (values['word'] ?? '');
  const version = Number(values['version']) || 1;
  const outcome = await execute(ctx, answerEventProposal, { id, version, answer, word }, { key });
  if (outcome.ok) {
    const toCall = sender && !sender.email && !sender.personId && sender.phone;
    const told = toCall ? `Prévenez ${sender.name} au ${sender.phone}.` : 'Son auteur est prévenu.';
    const text = { publish: 'C’est publié.', return: 'C’est renvoyé, avec votre mot.', refuse: 'C’est refusé.' }[
      answer
    ];
    const path = answer === 'publish' ? eventPath(outcome.value.slug) : '/gestion';
    return exchange.redirect(path, { tone: 'success', text: sender ? `${text} ${told}` : text });
  }
  if (outcome.reason === 'not_found') return exchange.notFound();
  const errors = outcome.fields['word'] ? outcome.fields : { '': refusalText(outcome.reason) };
  return showReview(exchange, deps, { answer, word, errors });
}
