import type { Module } from '#platform/contributions/module.ts';
import { searchKind } from './commands/index-person.ts';
import { forgetExpired } from './jobs/forget-expired.ts';
import { sendSignInLink } from './jobs/send-sign-in-link.ts';
import { identityPersonalData } from './personal-data.ts';
import { erasuresToAnswer } from './queries/erasures-to-answer.ts';
import type { IdentityDependencies } from './web/dependencies.ts';
import { identityRoutes } from './web/routes.ts';
import { paths } from './paths.ts';
import { identityThread } from './queries/thread.ts';
import { identityProcessing } from './processing.ts';

/** People, accounts, signing in, roles and consents. */
export function identityModule(dependencies: IdentityDependencies): Module {
  return {
    name: 'identity',
    routes: identityRoutes(dependencies),
    jobs: [sendSignInLink, forgetExpired],
    officeNavigation: [{ label: 'Personnes', path: paths.people, order: 30, roles: ['employee'], icon: 'users' }],
    searchKinds: [{ kind: searchKind, singular: 'personne', plural: 'personnes' }],
    todo: erasuresToAnswer,
    thread: identityThread,
    processing: identityProcessing,
    personalData: identityPersonalData,
  };
}
