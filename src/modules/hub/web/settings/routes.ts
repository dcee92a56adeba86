import type { RouteList } from '#platform/http/exchange.ts';
import type { HubDependencies } from '../../ports.ts';
import { paths } from '../paths.ts';
import { sendThemePreview } from '../preview/theme-preview-file.ts';
import { contactsTab } from './contacts-tab.tsx';
import { legalTab } from './legal-tab.tsx';
import { largestLogo, saveLogo, showLogo } from './logo-page.tsx';
import { saveLook, showLook } from './look-page.tsx';
import { presentationTab } from './presentation-tab.tsx';
import { rulesTab } from './rules-tab.tsx';
import { saveTab, showTab } from './tab-page.tsx';
import { changeTerritoryFromSettings, sendTerritoryChoices, showTerritory } from './territory-page.tsx';

const staff = ['employee'] as const;
const tabs = [presentationTab, contactsTab, legalTab, rulesTab];

/** The settings of the hub, a tab an address. */
export function settingsRoutes(routes: RouteList, dependencies: HubDependencies): void {
  routes
    .get(paths.settings, staff, (exchange) => exchange.redirect(paths.settingsTab('presentation')))
    .get(paths.themePreview, staff, sendThemePreview)
    .get(paths.settingsTab('couleurs'), staff, showLook)
    .post(paths.settingsTab('couleurs'), staff, saveLook)
    .get(paths.territoryChoices, staff, sendTerritoryChoices)
    .get(paths.settingsTab('territoire'), staff, showTerritory)
    .post(paths.settingsTab('territoire'), staff, changeTerritoryFromSettings)
    .get(paths.logo, staff, showLogo)
    .post(paths.logo, staff, (exchange) => saveLogo(exchange, dependencies), { bodyLimit: largestLogo + 100_000 });
  for (const tab of tabs) {
    routes
      .get(paths.settingsTab(tab.slug), staff, (exchange) => showTab(exchange, tab, dependencies))
      .post(paths.settingsTab(tab.slug), staff, (exchange) => saveTab(exchange, tab, dependencies));
  }
}
