import type { Module } from '#platform/contributions/module.ts';
import { forgetOldSearches } from './jobs/forget-old-searches.ts';
import { paths } from './paths.ts';
import { searchPersonalData } from './personal-data.ts';
import { missedTodo } from './queries/missed-searches.ts';
import { searchRoutes, type SearchOfficeDependencies } from './web/routes.ts';
import { searchProcessing } from './processing.ts';

/** What the team does for the search: words that mean the same, and what visitors did not find. */
export function searchModule(dependencies: SearchOfficeDependencies): Module {
  return {
    name: 'search',
    routes: (routes) => searchRoutes(routes, dependencies),
    officeNavigation: [
      { label: 'Recherche', path: paths.missed, order: 84, roles: ['employee'], icon: 'search', isRare: true },
    ],
    jobs: [forgetOldSearches],
    todo: missedTodo,
    processing: searchProcessing,
    personalData: searchPersonalData,
  };
}
