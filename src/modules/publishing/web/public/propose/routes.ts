import { photoBodyLimit } from '#modules/photos/index.ts';
import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { followPath, proposePath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { showFollowed, receiveFollowed } from './follow-page.tsx';
import { proposePage, untouched } from './propose-page.tsx';
import { receiveProposal } from './receive-proposal.ts';
import { thankForProposal } from './thanks-page.tsx';

const path = proposePath('news');

/** What anyone proposes, and follows by a private link. To list before `/actualites/:slug`. */
export function proposeRoutes(routes: RouteList, deps: PublishingDependencies): void {
  routes.get(path, 'anyone', (exchange) => proposePage(exchange, untouched));
  routes.post(path, 'anyone', (exchange) => receiveProposal(exchange, deps), {
    perMinute: 6,
    bodyLimit: photoBodyLimit,
  });
  routes.get(`${path}/merci`, 'anyone', thankForProposal);
  routes.get(`${path}/structures`, 'anyone', (exchange) => sendNames(exchange, deps), { perMinute: 240 });
  routes.get(followPath(':secret'), 'anyone', showFollowed, { perMinute: 60 });
  routes.post(followPath(':secret'), 'anyone', receiveFollowed, { perMinute: 20 });
}

/** `GET /actualites/proposer/structures?q=`: published structures whose name answers what is being typed. */
async function sendNames(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const words = exchange.query('q').trim().slice(0, 80);
  const found = words ? await deps.organizations.find(exchange.ctx, words, 8) : [];
  return exchange.http.json([...new Set(found.map(({ name }) => name))]);
}
