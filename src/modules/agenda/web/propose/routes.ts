import { photoBodyLimit } from '#modules/photos/index.ts';
import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { searchMunicipalities } from '#platform/geo/index.ts';
import { followedEventPath } from '../../moderation-paths.ts';
import { proposeEventPath as path } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { publicVenueNames } from '../../queries/moderation/venue-names.ts';
import { receiveFollowed, showFollowed } from './follow-page.tsx';
import { showProposalForm } from './propose-page.tsx';
import { receiveProposal } from './receive-proposal.ts';

const typing = { perMinute: 240 };
const atOnce = 8;

/** What anyone proposes, and follows by a private link. To list before `/agenda/:slug`. */
export function proposeRoutes(routes: RouteList, deps: AgendaDependencies): void {
  routes.get(path, 'anyone', (exchange) => showProposalForm(exchange, deps));
  routes.post(path, 'anyone', (exchange) => receiveProposal(exchange, deps), {
    perMinute: 6,
    bodyLimit: photoBodyLimit,
  });
  const suggest = (name: string, find: (exchange: Exchange, words: string) => Promise<readonly string[]>) =>
    routes.get(
      `${path}/${name}`,
      'anyone',
      async (exchange) => {
        const words = exchange.query('q').trim().slice(0, 80);
        return exchange.http.json(words ? [...new Set(await find(exchange, words))] : []);
      },
      typing,
    );
  suggest('structures', async ({ ctx }, words) =>
    (await deps.organizations.find(ctx, words, atOnce)).map(({ name }) => name),
  );
  suggest('lieux', ({ ctx }, words) => publicVenueNames(ctx.db, words, atOnce));
  suggest('communes', async (_, words) =>
    searchMunicipalities(words, atOnce).map(({ name, postcodes }) => [postcodes[0], name].filter(Boolean).join(' ')),
  );
  routes.get(followedEventPath(':secret'), 'anyone', (exchange) => showFollowed(exchange, deps), { perMinute: 60 });
  routes.post(followedEventPath(':secret'), 'anyone', (exchange) => receiveFollowed(exchange, deps), {
    perMinute: 20,
  });
}
