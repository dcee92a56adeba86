import type { RouteList } from '#platform/http/exchange.ts';
import { keepers } from '../../../policy.ts';
import { receiveAnswer, receiveRules } from './answer-suggestion.ts';
import { receiveMerge, showMerge } from './merge-page.tsx';
import { mergePath, moderationPath, pairsPath } from './moderation-paths.ts';
import { receiveApart, showPairs } from './pairs-page.tsx';
import { showQueue } from './queue-page.tsx';

/** Proposals, doubles and merges. To list before `/gestion/annuaire/:id`. */
export function moderationRoutes(routes: RouteList): void {
  routes.get(moderationPath, keepers, showQueue);
  routes.post(`${moderationPath}/regles`, ['employee'], receiveRules);
  routes.post(`${moderationPath}/:suggestion`, keepers, receiveAnswer);
  routes.get(pairsPath, keepers, showPairs);
  routes.post(pairsPath, keepers, receiveApart);
  routes.get(mergePath, keepers, showMerge);
  routes.post(mergePath, keepers, receiveMerge);
}
