import type { Module } from '#platform/contributions/module.ts';
import { peoplePersonalData } from './personal-data.ts';
import type { PeopleDependencies } from './ports.ts';
import { filesInUse } from './queries/files-in-use.ts';
import { relationThread } from './queries/thread.ts';
import { relationRoutes } from './web/routes.ts';

/** What the hub knows of its relations: who is what to it, where, and what passed between them. */
export function peopleModule(deps: PeopleDependencies): Module {
  return {
    name: 'people',
    routes: (routes) => relationRoutes(routes, deps),
    thread: relationThread,
    filesInUse,
    personalData: peoplePersonalData,
  };
}
