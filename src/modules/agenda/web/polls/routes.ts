import type { RouteList } from '#platform/http/exchange.ts';
import { pollAnswerPath, pollOffice, pollPath } from '../../poll-paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { sendAnswers } from './answers-file.ts';
import { receivePollForm, showPollForm } from './poll-form.tsx';
import { showPolls } from './poll-list.tsx';
import { showPollSheet } from './poll-page.tsx';
import { receivePoll, showPoll } from './public-page.tsx';
import { receivePollSheet } from './receive-sheet.ts';

const team = ['employee'] as const;

/** Finding a date (PAR-03). To list before `/agenda/:slug` and `/gestion/agenda/:id`. */
export function pollRoutes(routes: RouteList, deps: AgendaDependencies): void {
  for (const path of [pollPath(':secret'), pollAnswerPath(':secret', ':answer')]) {
    routes.get(path, 'anyone', (exchange) => showPoll(exchange, deps), { perMinute: 60 });
    routes.post(path, 'anyone', (exchange) => receivePoll(exchange, deps), { perMinute: 20 });
  }
  routes.get(pollOffice.list, team, showPolls);
  routes.get(pollOffice.add, team, showPollForm);
  routes.post(pollOffice.add, team, (exchange) => receivePollForm(exchange, deps));
  routes.get(pollOffice.poll(':id'), team, (exchange) => showPollSheet(exchange, deps));
  routes.post(pollOffice.poll(':id'), team, (exchange) => receivePollSheet(exchange, deps));
  routes.get(pollOffice.edit(':id'), team, showPollForm);
  routes.post(pollOffice.edit(':id'), team, (exchange) => receivePollForm(exchange, deps));
  routes.get(pollOffice.answers(':id'), team, sendAnswers);
}
