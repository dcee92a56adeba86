import type { RouteList } from '#platform/http/exchange.ts';
import { paths } from '../paths.ts';
import { showAccessibility } from './accessibility-page.tsx';
import { sendFavicon, sendManifest, sendSecurityText } from './identity-files.ts';
import { showLegalNotice } from './legal-page.tsx';
import { showPrivacy } from './privacy-page.tsx';

const kept = { kept: true };

/** What visitors read of the hub itself. */
export function publicRoutes(routes: RouteList): void {
  routes
    .get(paths.legal, 'anyone', showLegalNotice, kept)
    .get(paths.privacy, 'anyone', showPrivacy, kept)
    .get(paths.accessibility, 'anyone', showAccessibility, kept)
    .get(paths.favicon, 'anyone', sendFavicon, kept)
    .get(paths.manifest, 'anyone', sendManifest, kept)
    .get(paths.securityText, 'anyone', sendSecurityText);
}
