import type { RouteList } from '#platform/http/exchange.ts';
import { photoBodyLimit } from '#modules/photos/index.ts';
import { officePath } from '../../paths.ts';
import { keepers } from '../../policy.ts';
import type { DirectoryDependencies } from '../../ports.ts';
import { receiveAdd, sendLookAlikes, showAdd } from './add-page.tsx';
import { receiveBulk, receiveRestore } from './bulk.ts';
import { receiveEdit, showEdit } from './edit-page.tsx';
import { receiveRestoreVersion, showHistory, showVersion } from './history-page.tsx';
import { showOfficeList } from './list-page.tsx';
import { sendOfficeTable } from './office-export.ts';
import { receivePhoto, receivePhotoAct, receivePhotoBack } from './receive-photo.tsx';
import { receiveSheetAct } from './sheet-acts.tsx';
import { receiveTheme, receiveThemeAct, showTheme, showThemes } from './themes-page.tsx';
import { showTrash } from './trash-page.tsx';

const arrangers = ['employee'] as const;

/** The team's side of the directory. To list after the other pages under `/gestion/annuaire`: `:id` takes what is left. */
export function officeRoutes(routes: RouteList, deps: DirectoryDependencies): void {
  routes.get(officePath, keepers, (exchange) => showOfficeList(exchange, deps));
  routes.get(`${officePath}.csv`, keepers, (exchange) => sendOfficeTable(exchange, 'csv'));
  routes.get(`${officePath}.xlsx`, keepers, (exchange) => sendOfficeTable(exchange, 'xlsx'));
  routes.post(`${officePath}/lot`, keepers, receiveBulk, { bodyLimit: 1_000_000 });
  routes.get(`${officePath}/nouvelle`, keepers, showAdd);
  routes.post(`${officePath}/nouvelle`, keepers, receiveAdd);
  routes.get(`${officePath}/ressemblances`, keepers, sendLookAlikes);
  routes.get(`${officePath}/corbeille`, keepers, showTrash);
  routes.post(`${officePath}/corbeille/restaurer`, keepers, receiveRestore, { bodyLimit: 1_000_000 });
  routes.get(`${officePath}/domaines`, arrangers, showThemes);
  routes.post(`${officePath}/domaines`, arrangers, receiveTheme);
  routes.get(`${officePath}/domaines/:theme`, arrangers, showTheme);
  routes.post(`${officePath}/domaines/:theme`, arrangers, receiveThemeAct);
  routes.post(`${officePath}/photos/:photo`, keepers, receivePhotoAct);
  routes.get(`${officePath}/:id`, keepers, showEdit);
  routes.post(`${officePath}/:id`, keepers, receiveEdit);
  routes.post(`${officePath}/:id/etat`, keepers, receiveSheetAct);
  routes.post(`${officePath}/:id/photos`, keepers, (exchange) => receivePhoto(exchange, deps), {
    bodyLimit: photoBodyLimit,
  });
  routes.post(`${officePath}/:id/photos/remettre`, keepers, receivePhotoBack);
  routes.get(`${officePath}/:id/historique`, keepers, showHistory);
  routes.get(`${officePath}/:id/historique/:version`, keepers, showVersion);
  routes.post(`${officePath}/:id/historique/:version`, keepers, receiveRestoreVersion);
}
