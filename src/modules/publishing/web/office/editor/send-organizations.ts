import type { Exchange } from '#platform/http/exchange.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { organizationWords } from './organization-choice.ts';

/** `GET /gestion/contenus/structures?q=`: published structures whose name answers these words. */
export async function sendOrganizations(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const words = exchange.query('q').trim().slice(0, 200);
  if (words === '') return exchange.http.json([]);
  const found = await deps.organizations.find(exchange.ctx, words, 12);
  const names = found.map(({ name }) => name);
  return exchange.http.json(
    found.map((one) => {
      const isAlone = names.filter((name) => name === one.name).length === 1;
      const value = isAlone ? one.name : organizationWords(one);
      return { value, label: value };
    }),
  );
}
