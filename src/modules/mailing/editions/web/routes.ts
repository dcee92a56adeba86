import { photoBodyLimit } from '#modules/photos/index.ts';
import type { RouteList } from '#platform/http/exchange.ts';
import { senders } from '../../policy.ts';
import type { MailingDependencies } from '../../ports.ts';
import { editionPaths } from '../../reader-paths.ts';
import { receiveContribution, showContribution } from './office/contribution-page.tsx';
import { receiveEdition, receiveEditionAct, showEdition } from './office/edition-page.tsx';
import { receiveOpenEdition, showEditions, showOpenEdition } from './office/editions-page.tsx';
import { receiveAnswer, showAnswer } from './public/answer-page.tsx';

const withPhoto = { bodyLimit: photoBodyLimit };

/** The letter that actors write, where they write it and where the team reads it. */
export function editionRoutes(routes: RouteList, deps: MailingDependencies): void {
  const { answer, list, add, edition, act, contribute, contribution } = editionPaths;
  const one = contribution(':id', ':contribution');
  routes
    .get(answer(':secret'), 'anyone', (exchange) => showAnswer(exchange, deps))
    .post(answer(':secret'), 'anyone', (exchange) => receiveAnswer(exchange, deps), {
      ...withPhoto,
      perMinute: 10,
      // Its page tells nobody its address: the secret stands for the origin of its form.
      machinePost: true,
    })
    .get(list, senders, showEditions)
    .get(add, senders, showOpenEdition)
    .post(add, senders, receiveOpenEdition)
    .get(edition(':id'), senders, showEdition)
    .post(edition(':id'), senders, receiveEdition)
    .post(act(':id'), senders, (exchange) => receiveEditionAct(exchange, deps))
    .get(contribute(':id'), senders, showContribution)
    .post(contribute(':id'), senders, (exchange) => receiveContribution(exchange, deps), withPhoto)
    .get(one, senders, showContribution)
    .post(one, senders, (exchange) => receiveContribution(exchange, deps), withPhoto);
}
