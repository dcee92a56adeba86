import type { Module } from '#platform/contributions/module.ts';
import { peopleImportJobs } from './imports/jobs/import-jobs.ts';
import { peopleImportRoutes } from './imports/routes.ts';
import { peopleListRoutes } from './list/web/people-routes.tsx';
import { peoplePersonalData } from './personal-data.ts';
import type { PeopleDependencies } from './ports.ts';
import { keepRetention } from './jobs/keep-retention.ts';
import { sendRightsLinksJob } from './jobs/send-rights-links.ts';
import { filesInUse } from './queries/files-in-use.ts';
import { peopleTodo } from './queries/todo.ts';
import { relationThread } from './queries/thread.ts';
import { peopleConditions } from './segments/queries/people-conditions.ts';
import { segmentRoutes } from './segments/routes.ts';
import { keepingRoutes } from './web/keeping-routes.ts';
import { rightsRoutes } from './web/rights/routes.ts';
import { relationRoutes } from './web/routes.ts';
import { peopleProcessing } from './processing.ts';

/** What the hub knows of its relations: who is what to it, where, and what passed between them. */
export function peopleModule(deps: PeopleDependencies): Module {
  return {
    name: 'people',
    routes(routes) {
      peopleListRoutes(routes, deps.segmentConditions);
      peopleImportRoutes(routes, deps.files);
      segmentRoutes(routes, deps.segmentConditions);
      rightsRoutes(routes, deps);
      keepingRoutes(routes, deps);
      relationRoutes(routes, deps);
    },
    segmentConditions: peopleConditions,
    jobs: [...peopleImportJobs(deps), keepRetention(deps), sendRightsLinksJob(deps)],
    todo: peopleTodo,
    thread: relationThread,
    filesInUse,
    processing: peopleProcessing,
    personalData: peoplePersonalData,
  };
}
