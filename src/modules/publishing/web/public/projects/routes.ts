import type { RouteList } from '#platform/http/exchange.ts';
import { listPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { showItem } from '../item/show-item.ts';
import { showProjects } from './list-page.tsx';
import { projectView } from './project-page.tsx';
import { receiveWriteToProject, showWriteToProject } from './write-page.tsx';

const kept = { kept: true } as const;

export function projectRoutes(routes: RouteList, deps: PublishingDependencies): void {
  const path = listPath('project');
  routes.get(path, 'anyone', (exchange) => showProjects(exchange, deps), kept);
  routes.get(`${path}/:slug/ecrire`, 'anyone', showWriteToProject);
  routes.post(`${path}/:slug/ecrire`, 'anyone', receiveWriteToProject, { perMinute: 5 });
  routes.get(`${path}/:slug`, 'anyone', (exchange) => showItem(exchange, deps, 'project', projectView), kept);
}
