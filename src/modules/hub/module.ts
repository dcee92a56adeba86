import type { Module } from '#platform/contributions/module.ts';
import { forgetOldMessages } from './jobs/forget-old-messages.ts';
import { hubPersonalData } from './personal-data.ts';
import type { HubDependencies } from './ports.ts';
import { messagesTodo } from './web/office/message-todo.ts';
import { paths } from './web/paths.ts';
import { hubRoutes } from './web/routes.ts';
import { hubSiteMap } from './web/public/site-map.ts';

/** The hub running the site: its identity, its own pages, its settings, what is written to it. */
export function hubModule(dependencies: HubDependencies): Module {
  return {
    name: 'hub',
    routes: (routes) => hubRoutes(routes, dependencies),
    navigation: [
      { label: 'Le pôle', path: paths.about, order: 10, where: 'header' },
      { label: 'Qui sommes-nous', path: paths.about, order: 10, where: 'footer' },
      { label: 'C’est quoi, l’ESS ?', path: paths.plainWords, order: 15, where: 'footer' },
      { label: 'Contact', path: paths.contact, order: 20, where: 'footer' },
      { label: 'Mentions légales', path: paths.legal, order: 80, where: 'footer' },
      { label: 'Données personnelles', path: paths.privacy, order: 81, where: 'footer' },
      { label: 'Accessibilité : non conforme', path: paths.accessibility, order: 82, where: 'footer' },
    ],
    officeNavigation: [
      { label: 'Messages', path: paths.messages, order: 60, roles: ['employee'], icon: 'mail' },
      { label: 'Réglages', path: paths.settings, order: 90, roles: ['employee'], icon: 'settings' },
      { label: 'Courrier', path: paths.mails, order: 92, roles: ['employee'], icon: 'send' },
      { label: 'Journal', path: paths.journal, order: 94, roles: ['employee'], icon: 'history' },
      { label: 'Installation', path: paths.installation, order: 96, roles: ['operator'], icon: 'globe' },
    ],
    jobs: [forgetOldMessages],
    siteMap: hubSiteMap,
    todo: messagesTodo,
    personalData: hubPersonalData(dependencies.addressesOf),
  };
}
