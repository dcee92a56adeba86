import type { RouteList } from '#platform/http/exchange.ts';
import type { HubDependencies } from '../../ports.ts';
import { paths } from '../paths.ts';
import { showAccessibility } from './accessibility-page.tsx';
import { sendFavicon, sendManifest, sendSecurityText } from './identity-files.ts';
import { showLegalNotice } from './legal-page.tsx';
import { explainInPlainWords } from './plain-words-page.tsx';
import { showPrivacy } from './privacy-page.tsx';

const kept = { kept: true };

/** What visitors read of the hub itself. */
export function publicRoutes(routes: RouteList, dependencies: HubDependencies): void {
  routes
    .get(paths.plainWords, 'anyone', (exchange) => explainInPlainWords(exchange, dependencies), kept)
    .get(paths.legal, 'anyone', showLegalNotice, kept)
    .get(paths.privacy, 'anyone', showPrivacy, kept)
    .get(paths.accessibility, 'anyone', showAccessibility, kept)
    .get(paths.favicon, 'anyone', sendFavicon, kept)
    .get(paths.manifest, 'anyone', sendManifest, kept)
    .get(paths.securityText, 'anyone', sendSecurityText);
}
