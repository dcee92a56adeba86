import type { Module } from '#platform/contributions/module.ts';
import { remindRegistrants } from './day/jobs/remind-registrants.ts';
import { rideFigures } from './day/queries/ride-figure.ts';
import { dayRoutes } from './day/routes.ts';
import { forgetOldRegistrations } from './jobs/forget-old-registrations.ts';
import { settleOverdueQueues } from './jobs/settle-overdue.ts';
import { tellDatesOfRegistrants } from './jobs/tell-date-changes.ts';
import { registrationPersonalData } from './personal-data.ts';
import type { RegistrationDependencies } from './ports.ts';
import { registrationTodo } from './queries/todo.ts';
import { registrationAnswers } from './queries/mail-answers.ts';
import { registrationConditions } from './queries/segment-conditions.ts';
import { officeRoutes } from './web/office/routes.ts';
import { publicRoutes } from './web/public/routes.ts';
import { registrationThread } from './queries/thread.ts';
import { registrationProcessing } from './processing.ts';

/** Registering to what the agenda holds: seats, waiting lists, private links, and the lists of the team. */
export function registrationModule(deps: RegistrationDependencies): Module {
  return {
    name: 'registration',
    routes(routes) {
      publicRoutes(routes, deps);
      dayRoutes(routes, deps);
      officeRoutes(routes, deps);
    },
    todo: registrationTodo,
    jobs: [settleOverdueQueues(deps), tellDatesOfRegistrants(deps), remindRegistrants(deps), forgetOldRegistrations],
    keyFigures: rideFigures,
    segmentConditions: registrationConditions,
    mailAnswers: [registrationAnswers],
    thread: registrationThread,
    processing: registrationProcessing,
    personalData: registrationPersonalData,
  };
}
