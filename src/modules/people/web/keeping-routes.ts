import type { RouteList } from '#platform/http/exchange.ts';
import { paths } from '../paths.ts';
import type { PeopleDependencies } from '../ports.ts';
import { sendProcessing, showProcessing } from './processing/processing-page.tsx';
import { receiveKeptLonger, receiveNotKept, receiveReading, showRetention } from './retention/retention-page.tsx';

import { receiveTagDeleted, receiveTagName, showTag, showTags } from './tags/tags-page.tsx';
import { receiveApart, receiveMerge, receiveSameHousehold, showCompare } from './twins/compare-page.tsx';
import { showTwins } from './twins/twins-page.tsx';

const keepers = ['employee'] as const;

/** Tags, people written down twice, until when people are kept, and the register of what is done with data about them. */
export function keepingRoutes(routes: RouteList, deps: PeopleDependencies): void {
  routes
    .get(paths.retention, keepers, showRetention)
    .post(paths.retentionKeep, keepers, receiveKeptLonger)
    .post(`${paths.retention}/ne-plus-garder`, keepers, receiveNotKept)
    .post(`${paths.retention}/relire`, keepers, receiveReading(deps))
    .get(paths.tags, keepers, showTags)
    .get(paths.tag(':id'), keepers, showTag)
    .post(paths.tag(':id'), keepers, receiveTagName)
    .post(paths.deleteTag(':id'), keepers, receiveTagDeleted)
    .get(paths.twins, keepers, showTwins)
    .get(paths.compare(':one', ':other'), keepers, showCompare)
    .post(`${paths.compare(':one', ':other')}/reunir`, keepers, receiveMerge)
    .post(`${paths.compare(':one', ':other')}/distinguer`, keepers, receiveApart)
    .post(`${paths.compare(':one', ':other')}/foyer`, keepers, receiveSameHousehold)
    .get(paths.processing, keepers, showProcessing(deps))
    .get(`${paths.processing}.csv`, keepers, sendProcessing(deps));
}
