import type { RouteList } from '#platform/http/exchange.ts';
import type { HubDependencies } from '../../ports.ts';
import { paths } from '../paths.ts';
import { showAbout } from './about-page.tsx';
import { showAccessibility } from './accessibility-page.tsx';
import { receiveContact, showContact, thankForContact } from './contact-page.tsx';
import { showHome } from './home-page.tsx';
import { sendFavicon, sendManifest, sendSecurityText } from './identity-files.ts';
import { showLegalNotice } from './legal-page.tsx';
import { explainInPlainWords } from './plain-words-page.tsx';
import { showPrivacy } from './privacy-page.tsx';

const kept = { kept: true };

/** What visitors read of the hub itself. */
export function publicRoutes(routes: RouteList, dependencies: HubDependencies): void {
  routes
    .get(paths.home, 'anyone', (exchange) => showHome(exchange, dependencies), kept)
    .get(paths.plainWords, 'anyone', (exchange) => explainInPlainWords(exchange, dependencies), kept)
    .get(paths.about, 'anyone', (exchange) => showAbout(exchange, dependencies), kept)
    .get(paths.legal, 'anyone', showLegalNotice, kept)
    .get(paths.privacy, 'anyone', showPrivacy, kept)
    .get(paths.accessibility, 'anyone', showAccessibility, kept)
    .get(paths.contact, 'anyone', showContact)
    .post(paths.contact, 'anyone', receiveContact, { perMinute: 6, bodyLimit: 40_000 })
    .get(paths.contactThanks, 'anyone', thankForContact, kept)
    .get(paths.favicon, 'anyone', sendFavicon, kept)
    .get(paths.manifest, 'anyone', sendManifest, kept)
    .get(paths.securityText, 'anyone', sendSecurityText);
}
