import type { Module } from '#platform/contributions/module.ts';
import type { HubDependencies } from './ports.ts';
import { paths } from './web/paths.ts';
import { hubRoutes } from './web/routes.ts';
import { hubHomeBlocks } from './web/public/home-blocks.tsx';
import { hubSiteMap } from './web/public/site-map.ts';

/** The hub running the site: its identity, its own pages, its settings. */
export function hubModule(dependencies: HubDependencies): Module {
  return {
    name: 'hub',
    routes: (routes) => hubRoutes(routes, dependencies),
    navigation: [
      { label: 'Le pôle', path: paths.about, order: 10, where: 'header' },
      { label: 'Qui sommes-nous', path: paths.about, order: 10, where: 'footer' },
      { label: 'C’est quoi, l’ESS ?', path: paths.plainWords, order: 15, where: 'footer' },
      { label: 'Mentions légales', path: paths.legal, order: 80, where: 'footer' },
      { label: 'Données personnelles', path: paths.privacy, order: 81, where: 'footer' },
      { label: 'Accessibilité : non conforme', path: paths.accessibility, order: 82, where: 'footer' },
    ],
    officeNavigation: [
      { label: 'Réglages', path: paths.settings, order: 70, roles: ['employee'], icon: 'settings', isRare: true },
      { label: 'Courrier', path: paths.mails, order: 92, roles: ['employee'], icon: 'send', isRare: true },
      { label: 'Journal', path: paths.journal, order: 94, roles: ['employee'], icon: 'history', isRare: true },
      { label: 'Installation', path: paths.installation, order: 96, roles: ['operator'], icon: 'globe', isRare: true },
    ],
    siteMap: hubSiteMap,
    homeBlocks: hubHomeBlocks,
  };
}
