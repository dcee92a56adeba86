import type { Module } from '#platform/contributions/module.ts';
import { peopleListRoutes } from './list/web/people-routes.tsx';
import { peoplePersonalData } from './personal-data.ts';
import type { PeopleDependencies } from './ports.ts';
import { filesInUse } from './queries/files-in-use.ts';
import { relationThread } from './queries/thread.ts';
import { peopleConditions } from './segments/queries/people-conditions.ts';
import { segmentRoutes } from './segments/routes.ts';
import { relationRoutes } from './web/routes.ts';

/** What the hub knows of its relations: who is what to it, where, and what passed between them. */
export function peopleModule(deps: PeopleDependencies): Module {
  return {
    name: 'people',
    routes(routes) {
      peopleListRoutes(routes, deps.segmentConditions);
      segmentRoutes(routes, deps.segmentConditions);
      relationRoutes(routes, deps);
    },
    segmentConditions: peopleConditions,
    thread: relationThread,
    filesInUse,
    personalData: peoplePersonalData,
  };
}
