import type { RouteList } from '#platform/http/exchange.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { receiveAddFigure, receiveFigure, showAddFigure, showFigure } from './figure-page.tsx';
import { figuresOffice } from './figures-paths.ts';
import { receiveIndicators, showIndicators } from './indicators-page.tsx';
import { receiveFigureBulk, receiveFigureMove, showFigureList } from './list-page.tsx';
import { receivePoints } from './receive-points.ts';
import { receiveFigureRestore, showFigureTrash } from './trash-page.tsx';

const team = ['employee'] as const;

export function figureOfficeRoutes(routes: RouteList, deps: PublishingDependencies): void {
  routes.get(figuresOffice.list, team, showFigureList);
  routes.post(figuresOffice.bulk, team, receiveFigureBulk);
  routes.get(figuresOffice.add, team, showAddFigure);
  routes.post(figuresOffice.add, team, receiveAddFigure);
  routes.get(figuresOffice.trash, team, showFigureTrash);
  routes.post(figuresOffice.trash, team, receiveFigureRestore);
  routes.get(figuresOffice.indicators, team, (exchange) => showIndicators(exchange, deps));
  routes.post(figuresOffice.indicators, team, (exchange) => receiveIndicators(exchange, deps));
  routes.get(figuresOffice.edit(':figure'), team, showFigure);
  routes.post(figuresOffice.edit(':figure'), team, receiveFigure);
  routes.post(figuresOffice.move(':figure'), team, receiveFigureMove);
  routes.post(figuresOffice.points(':figure'), team, receivePoints);
}
