import type { RouteList } from '#platform/http/exchange.ts';
import { accountRoutes } from './account/account-routes.tsx';
import { personalDataRoutes } from './account/personal-data-routes.tsx';
import { proveIdentityRoutes } from './account/prove-identity-routes.tsx';
import type { IdentityDependencies } from './dependencies.ts';
import { peopleRoutes } from './people/people-routes.tsx';
import { personRoutes } from './people/person-routes.tsx';
import { linkRoutes } from './sign-in/link-routes.tsx';
import { passkeySignInRoutes } from './sign-in/passkey-routes.tsx';
import { secondFactorRoutes } from './sign-in/second-factor-routes.tsx';
import { signInRoutes } from './sign-in/sign-in-routes.tsx';

/** All the addresses of this module. */
export const identityRoutes =
  (dependencies: IdentityDependencies) =>
  (routes: RouteList): void => {
    signInRoutes(routes, dependencies);
    linkRoutes(routes, dependencies);
    passkeySignInRoutes(routes, dependencies);
    secondFactorRoutes(routes, dependencies);
    proveIdentityRoutes(routes, dependencies);
    accountRoutes(routes, dependencies);
    personalDataRoutes(routes, dependencies);
    peopleRoutes(routes);
    personRoutes(routes, dependencies);
  };
