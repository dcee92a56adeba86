import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { acceptProposal, returnProposal } from '../../../commands/moderation/answer-proposal.ts';
import { publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { refusalText } from '../../texts.ts';
import { showReview } from './review-page.tsx';

/** `POST /gestion/a-valider/:id`: published, or sent back with a word. */
export async function receiveReview(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { values, key } = await exchange.form();
  const id = exchange.param('id');
  if (!isId(id)) return exchange.notFound();
  const version = Number(values['version']) || 1;
  const word = values['word'] ?? '';
  const isReturn = values['act'] === 'return';
  const outcome = isReturn
    ? await execute(exchange.ctx, returnProposal, { id, version, word }, { key })
    : await execute(exchange.ctx, acceptProposal, { id, version }, { key });
  if (outcome.ok) {
    const { kind, slug } = outcome.value;
    return isReturn
      ? exchange.redirect('/gestion', { tone: 'success', text: 'C’est renvoyé, avec votre mot.' })
      : exchange.redirect(publicationPath(kind, slug), {
          tone: 'success',
          text: 'C’est publié. Son auteur est prévenu.',
        });
  }
  if (outcome.reason === 'not_found') return exchange.notFound();
  const messages = Object.values(outcome.fields);
  const errors = outcome.fields['word'] ? outcome.fields : { '': [refusalText(outcome.reason), ...messages].join(' ') };
  return showReview(exchange, deps, { word, errors });
}
