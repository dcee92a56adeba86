import type { RouteList } from '#platform/http/exchange.ts';
import { paths } from '../paths.ts';
import { receiveReopened, receiveSettled, sendMissed, showMissed } from './missed-page.tsx';
import { receiveGroup, receiveGroupAct, receiveRestored, showGroup, showSynonyms } from './synonyms-pages.tsx';

/** What this module needs of the application. */
export interface SearchOfficeDependencies {
  /** Where the team writes a sheet that answers these words. */
  readonly writeHref: (words: string) => string;
}

const keepers = ['employee'] as const;

export function searchRoutes(routes: RouteList, dependencies: SearchOfficeDependencies): void {
  routes
    .get(paths.missed, keepers, (exchange) => showMissed(exchange, dependencies))
    .post(paths.missed, keepers, receiveSettled)
    .get(paths.missedFile, keepers, sendMissed)
    .post(paths.reopen, keepers, receiveReopened)
    .get(paths.synonyms, keepers, showSynonyms)
    .post(paths.synonyms, keepers, receiveGroup)
    .get(paths.synonymGroup(':id'), keepers, showGroup)
    .post(paths.synonymGroup(':id'), keepers, receiveGroupAct)
    .post(paths.restoreSynonyms(':id'), keepers, receiveRestored);
}
