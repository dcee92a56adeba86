import type { RouteList } from '#platform/http/exchange.ts';
import { suggestPath } from '../../commands/moderation/visitor-paths.ts';
import { directoryPath } from '../../paths.ts';
import { showClaimLink, useClaimLink } from './claim-link-page.tsx';
import { receiveClaim, showClaim } from './claim-page.tsx';
import { receiveConfirmation, showConfirmation } from './confirmation-page.tsx';
import { receiveCorrection, showCorrect } from './correct-page.tsx';
import { receiveOwnSheet, showOwnSheet } from './own-sheet-page.tsx';
import { receiveSuggestion, showSuggest, suggestKnownNames, suggestTowns } from './suggest-page.tsx';
import { thankForSuggestion } from './thanks-page.tsx';

const fewTries = { perMinute: 6 };
const typing = { perMinute: 240 };

/** What visitors do to keep the directory right. To list before `/annuaire/:slug`. */
export function suggestRoutes(routes: RouteList): void {
  routes.get(suggestPath, 'anyone', showSuggest);
  routes.post(suggestPath, 'anyone', receiveSuggestion, fewTries);
  routes.get(`${suggestPath}/merci`, 'anyone', thankForSuggestion);
  routes.get(`${suggestPath}/structures`, 'anyone', suggestKnownNames, typing);
  routes.get(`${suggestPath}/communes`, 'anyone', suggestTowns, typing);
  routes.get(`${directoryPath}/confirmer/:token`, 'anyone', showConfirmation, { perMinute: 60 });
  routes.post(`${directoryPath}/confirmer/:token`, 'anyone', receiveConfirmation, { perMinute: 20 });
  routes.get(`${directoryPath}/:slug/corriger`, 'anyone', showCorrect);
  routes.post(`${directoryPath}/:slug/corriger`, 'anyone', receiveCorrection, fewTries);
  routes.get(`${directoryPath}/:slug/revendiquer`, 'anyone', showClaim);
  routes.post(`${directoryPath}/:slug/revendiquer`, 'anyone', receiveClaim, fewTries);
  routes.get(`${directoryPath}/:slug/revendiquer/:token`, 'anyone', showClaimLink, { perMinute: 60 });
  routes.post(`${directoryPath}/:slug/revendiquer/:token`, 'anyone', useClaimLink, { perMinute: 20 });
  routes.get(`${directoryPath}/:slug/ma-fiche`, 'anyone', showOwnSheet);
  routes.post(`${directoryPath}/:slug/ma-fiche`, 'anyone', receiveOwnSheet, { perMinute: 20 });
}
