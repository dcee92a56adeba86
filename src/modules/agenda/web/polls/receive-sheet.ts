import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { removePollAnswer, setNeededAnswers, typePollAnswer } from '../../commands/polls/answer-poll.ts';
import { closePoll, trashPoll } from '../../commands/polls/close-poll.ts';
import { officePaths } from '../../paths.ts';
import { pollOffice } from '../../poll-paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { refusalText } from '../texts.ts';
import { findSheet, showPollSheet } from './poll-page.tsx';
import { answerIn, wrongAnswer } from './read-answer.ts';

/** `POST /gestion/agenda/sondages/:id`: an answer typed, who is needed, the date kept, the end. */
export async function receivePollSheet(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const sheet = await findSheet(exchange);
  const form = await exchange.form();
  const { values, key } = form;
  const { ctx } = exchange;
  const id = exchange.param('id');
  // What stands in the trash answers to one act only.
  if (exchange.url.searchParams.has('annuler') && isId(id)) {
    const outcome = await execute(ctx, trashPoll, { id, isTrashed: false }, { key });
    return outcome.ok ? exchange.redirect(pollOffice.poll(id)) : exchange.notFound();
  }
  if (!sheet) return exchange.notFound();
  const here = pollOffice.poll(id);
  const version = Number(values['version']) || 1;
  const answerId = isId(values['answer'] ?? '') ? (values['answer'] ?? null) : null;
  const done = (text: string): Response => exchange.redirect(here, { tone: 'success', text });
  switch (values['act']) {
    case 'answer': {
      const fields = answerIn(form, sheet);
      const outcome = await execute(ctx, typePollAnswer, { pollId: id, answerId, fields }, { key });
      return outcome.ok ? done('C’est noté.') : showPollSheet(exchange, deps, { answer: wrongAnswer(form, outcome) });
    }
    case 'remove': {
      if (answerId === null) return exchange.notFound();
      const outcome = await execute(ctx, removePollAnswer, { pollId: id, answerId }, { key });
      return outcome.ok ? done('La réponse est retirée.') : refused(exchange, deps, outcome.reason);
    }
    case 'needed': {
      const outcome = await execute(
        ctx,
        setNeededAnswers,
        { pollId: id, needed: form.all('needed').filter(isId) },
        { key },
      );
      return outcome.ok ? done('C’est enregistré.') : refused(exchange, deps, outcome.reason);
    }
    case 'trash': {
      const outcome = await execute(ctx, trashPoll, { id, isTrashed: true }, { key });
      const undo = { action: `${here}?annuler`, label: 'Annuler' };
      return outcome.ok
        ? exchange.redirect(pollOffice.list, { tone: 'success', text: 'Le sondage est à la corbeille.', undo })
        : refused(exchange, deps, outcome.reason);
    }
    case 'close':
    case 'end': {
      const slotId = values['act'] === 'close' && isId(values['slot'] ?? '') ? (values['slot'] ?? null) : null;
      if (values['act'] === 'close' && slotId === null) return exchange.notFound();
      const outcome = await execute(
        ctx,
        closePoll,
        { id, version, slotId, host: hostIn(values['host'] ?? '') },
        { key },
      );
      if (!outcome.ok) return refused(exchange, deps, outcome.reason);
      const { eventId } = outcome.value;
      return eventId
        ? exchange.redirect(officePaths.event(eventId), {
            tone: 'success',
            text: 'La date est choisie, et celles et ceux qui ont laissé une adresse sont prévenus. Relisez, puis publiez.',
          })
        : done('Le sondage est terminé.');
    }
    default:
      return exchange.notFound();
  }
}

function refused(exchange: Exchange, deps: AgendaDependencies, reason: Parameters<typeof refusalText>[0]) {
  return showPollSheet(exchange, deps, { message: refusalText(reason) });
}

function hostIn(text: string): { kind: 'host' | 'answer'; id: string } | null {
  const [kind, id = ''] = text.split(':');
  return (kind === 'host' || kind === 'answer') && isId(id) ? { kind, id } : null;
}
