import type { RouteList } from '#platform/http/exchange.ts';
import { proposePath, publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { experiencesPath } from '../../../resource-paths.ts';
import { showItem } from '../item/show-item.ts';
import { experienceView } from './experience-page.tsx';
import { showExperiences } from './list-page.tsx';
import { receiveExperienceProposal, showProposeExperience } from './propose-page.tsx';

const kept = { kept: true } as const;

export function experienceRoutes(routes: RouteList, deps: PublishingDependencies): void {
  routes.get(experiencesPath, 'anyone', (exchange) => showExperiences(exchange, deps), kept);
  routes.get(proposePath('experience'), 'anyone', showProposeExperience);
  routes.post(proposePath('experience'), 'anyone', receiveExperienceProposal, { perMinute: 5 });
  routes.get(
    publicationPath('experience', ':slug'),
    'anyone',
    (exchange) => showItem(exchange, deps, 'experience', experienceView),
    kept,
  );
}
