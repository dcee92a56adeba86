import { photoBodyLimit } from '#modules/photos/index.ts';
import type { RouteList } from '#platform/http/exchange.ts';
import { officePaths, previewPath } from '../../paths.ts';
import { contributors } from '../../policy.ts';
import type { PublishingDependencies } from '../../ports.ts';
import { sendBlockPreview } from './blocks/preview-blocks.tsx';
import { showAdd, showEdit } from './editor/editor-page.tsx';
import { receiveAct } from './editor/receive-act.ts';
import { receiveAdd, receiveEdit } from './editor/receive-editor.ts';
import { sendOrganizations } from './editor/send-organizations.ts';
import { receiveBulk, receiveRestore } from './list/bulk.ts';
import { sendOfficeTable } from './list/list-export.ts';
import { showOfficeList } from './list/list-page.tsx';
import { showTrash } from './list/trash-page.tsx';
import { showPreview } from '../public/preview-page.tsx';
import { receivePreviewLink, showPreviewLink } from './preview/preview-link-page.tsx';
import { receiveVersion, showVersion } from './versions/version-page.tsx';
import { showVersions } from './versions/versions-page.tsx';

const arrangers = ['employee'] as const;
const withPhoto = { bodyLimit: photoBodyLimit };

/** The team's side of what is published. To list after the other pages under `/gestion/contenus`: `:id` takes what is left. */
export function editorRoutes(routes: RouteList, deps: PublishingDependencies): void {
  const { list } = officePaths;
  routes.get(list, contributors, (exchange) => showOfficeList(exchange, deps));
  routes.get(`${list}.csv`, contributors, (exchange) => sendOfficeTable(exchange, 'csv'));
  routes.get(`${list}.xlsx`, contributors, (exchange) => sendOfficeTable(exchange, 'xlsx'));
  routes.post(`${list}/lot`, arrangers, receiveBulk, { bodyLimit: 1_000_000 });
  routes.get(officePaths.trash, contributors, showTrash);
  routes.post(`${officePaths.trash}/restaurer`, contributors, receiveRestore, { bodyLimit: 1_000_000 });
  routes.post(officePaths.blockPreview, arrangers, (exchange) => sendBlockPreview(exchange, deps), withPhoto);
  routes.get(officePaths.organizations, contributors, (exchange) => sendOrganizations(exchange, deps));
  routes.get(officePaths.add(':kind'), contributors, (exchange) => showAdd(exchange, deps));
  routes.post(officePaths.add(':kind'), contributors, (exchange) => receiveAdd(exchange, deps), withPhoto);
  routes.get(officePaths.edit(':id'), contributors, (exchange) => showEdit(exchange, deps));
  routes.post(officePaths.edit(':id'), contributors, (exchange) => receiveEdit(exchange, deps), withPhoto);
  routes.post(officePaths.act(':id', 'etat'), contributors, receiveAct);
  routes.get(officePaths.act(':id', 'apercu'), contributors, showPreviewLink);
  routes.post(officePaths.act(':id', 'apercu'), contributors, receivePreviewLink);
  routes.get(officePaths.versions(':id'), contributors, showVersions);
  routes.get(`${officePaths.versions(':id')}/:version`, contributors, (exchange) => showVersion(exchange, deps));
  routes.post(`${officePaths.versions(':id')}/:version`, contributors, receiveVersion);
  routes.get(previewPath(':secret'), 'anyone', (exchange) => showPreview(exchange, deps), { perMinute: 60 });
}
