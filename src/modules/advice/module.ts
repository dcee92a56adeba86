import type { Module } from '#platform/contributions/module.ts';
import { forgetOldRequests } from './jobs/forget-old-requests.ts';
import { paths } from './paths.ts';
import { advicePersonalData } from './personal-data.ts';
import { answerers } from './policy.ts';
import type { AdviceDependencies } from './ports.ts';
import { adviceKeyFigures } from './queries/figures.ts';
import { adviceAnswers } from './queries/mail-answers.ts';
import { adviceTodo } from './queries/todo.ts';
import { adviceConditions } from './queries/segment-conditions.ts';
import { officeRoutes } from './web/office/routes.ts';
import { adviceHomeBlocks } from './web/public/ask-strip.tsx';
import { publicRoutes } from './web/public/routes.ts';
import { adviceThread } from './queries/thread.ts';
import { adviceProcessing } from './processing.ts';

/** Asking the hub: one question, one answer, followed by private link; one queue for the team. */
export function adviceModule(deps: AdviceDependencies): Module {
  return {
    name: 'advice',
    routes(routes) {
      publicRoutes(routes, deps);
      officeRoutes(routes, deps);
    },
    navigation: [{ label: 'Contact', path: paths.contact, order: 20, where: 'footer' }],
    officeNavigation: [{ label: 'Demandes', path: paths.queue, order: 5, roles: answerers, icon: 'mail' }],
    jobs: [forgetOldRequests],
    todo: adviceTodo,
    homeBlocks: adviceHomeBlocks,
    keyFigures: adviceKeyFigures,
    segmentConditions: adviceConditions,
    mailAnswers: [adviceAnswers],
    thread: adviceThread,
    processing: adviceProcessing,
    personalData: advicePersonalData,
  };
}
