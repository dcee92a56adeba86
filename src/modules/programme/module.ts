import type { Module } from '#platform/contributions/module.ts';
import { forgetProgrammeContacts } from './jobs/forget-contacts.ts';
import { programmePersonalData } from './personal-data.ts';
import type { ProgrammeDependencies } from './ports.ts';
import { programmeTodo } from './queries/todo.ts';
import { officeRoutes } from './web/office/routes.ts';
import { publicRoutes } from './web/public/routes.ts';
import { programmeThread } from './queries/thread.ts';
import { programmeProcessing } from './processing.ts';

/** The programme of a large day: rooms, talks, stands, volunteers. */
export function programmeModule(deps: ProgrammeDependencies): Module {
  return {
    name: 'programme',
    routes(routes) {
      officeRoutes(routes, deps);
      publicRoutes(routes, deps);
    },
    jobs: [forgetProgrammeContacts],
    todo: programmeTodo,
    thread: programmeThread,
    processing: programmeProcessing,
    personalData: programmePersonalData,
  };
}
