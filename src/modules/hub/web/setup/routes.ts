import type { RouteList } from '#platform/http/exchange.ts';
import type { HubDependencies } from '../../ports.ts';
import { currentSettings } from '../hub-look.ts';
import { paths } from '../paths.ts';
import { saveLookStep, showLookStep } from './look-step.tsx';
import { saveNameStep, showNameStep } from './name-step.tsx';
import { createNewHub, showNewHub } from './new-hub-page.tsx';
import { openSite, showOpeningStep } from './opening-step.tsx';
import { showStructuresStep } from './structures-step.tsx';
import { changeTerritoryStep, showTerritoryStep } from './territory-step.tsx';

const staff = ['employee'] as const;

/** The first run, from nothing to a live site. */
export function setupRoutes(routes: RouteList, dependencies: HubDependencies): void {
  routes
    .get(paths.setup, staff, async (exchange) => {
      // The name was given when the hub was created: what is missing comes first.
      const { territory, setupCompletedAt } = await currentSettings(exchange.ctx);
      return exchange.redirect(
        paths.setupStep(setupCompletedAt ? 'nom' : territory.length > 0 ? 'couleurs' : 'territoire'),
      );
    })
    .get(paths.setupStep('nom'), staff, (exchange) => showNameStep(exchange, dependencies))
    .post(paths.setupStep('nom'), staff, (exchange) => saveNameStep(exchange, dependencies))
    .get(paths.setupStep('territoire'), staff, showTerritoryStep)
    .post(paths.setupStep('territoire'), staff, changeTerritoryStep)
    .get(paths.setupStep('couleurs'), staff, showLookStep)
    .post(paths.setupStep('couleurs'), staff, saveLookStep)
    .get(paths.setupStep('structures'), staff, showStructuresStep)
    .get(paths.setupStep('ouvrir'), staff, showOpeningStep)
    .post(paths.setupStep('ouvrir'), staff, openSite)
    .get(paths.newHub, ['operator'], showNewHub)
    .post(paths.newHub, ['operator'], (exchange) => createNewHub(exchange, dependencies));
}
