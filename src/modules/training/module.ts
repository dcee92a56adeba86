import type { Module } from '#platform/contributions/module.ts';
import { courseKind } from './commands/saving/index-course.ts';
import { askSurveys } from './jobs/ask-surveys.ts';
import { everyDay } from './jobs/daily.ts';
import { makePapers } from './jobs/make-papers.ts';
import { sendCertificates } from './jobs/send-certificates.ts';
import { sendNotices } from './jobs/send-notices.ts';
import { tellOpenings } from './jobs/tell-openings.ts';
import { coursesPath, officePaths } from './paths.ts';
import { trainingPersonalData } from './personal-data.ts';
import { sessionRoles } from './policy.ts';
import type { TrainingDependencies } from './ports.ts';
import { courseCardSource, trainingSiteMap } from './queries/course-cards.ts';
import { filesInUse } from './queries/files-in-use.ts';
import { trainingAnswers } from './queries/mail-answers.ts';
import { courseMailables } from './queries/mailables.ts';
import { trainingKeyFigures } from './queries/key-figures.ts';
import { trainingTodo } from './queries/todo.ts';
import { trainingConditions } from './queries/segment-conditions.ts';
import { officeRoutes, publicRoutes } from './web/routes.ts';
import { trainingThread } from './queries/thread.ts';
import { trainingProcessing } from './processing.ts';

/** Trainings: a catalogue, sessions, and every paper from the registration to the funder's figure. */
export function trainingModule(deps: TrainingDependencies): Module {
  return {
    name: 'training',
    routes(routes) {
      publicRoutes(routes, deps);
      officeRoutes(routes, deps);
    },
    navigation: [{ label: 'Formations', path: coursesPath, order: 26, where: 'header', under: '/agenda' }],
    officeNavigation: [
      { label: 'Formations', path: officePaths.home, order: 27, roles: sessionRoles, icon: 'calendar' },
    ],
    searchKinds: [{ kind: courseKind, singular: 'formation', plural: 'formations' }],
    siteMap: trainingSiteMap,
    cardSources: [courseCardSource],
    mailables: [courseMailables],
    todo: trainingTodo,
    keyFigures: trainingKeyFigures,
    jobs: [
      sendCertificates(deps),
      makePapers(deps),
      sendNotices(deps),
      askSurveys(deps),
      tellOpenings(deps),
      everyDay(deps),
    ],
    filesInUse,
    segmentConditions: trainingConditions,
    mailAnswers: trainingAnswers,
    thread: trainingThread,
    processing: trainingProcessing,
    personalData: trainingPersonalData,
  };
}
