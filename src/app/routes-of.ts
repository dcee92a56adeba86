import type { Module } from '#platform/contributions/module.ts';
import { RouteList, type Route } from '#platform/http/exchange.ts';

/**
 * All routes of the modules, in the order of the modules; addresses without parameter first, so that a page of one module
 * stands under `/gestion/personnes` whatever `/gestion/personnes/:id` of another would take.
 */
export function routesOf(modules: readonly Module[]): readonly Route[] {
  const routes = new RouteList();
  for (const module of modules) module.routes?.(routes);
  const isExact = (route: Route) => !/[:*]/.test(route.path);
  return [...routes.list.filter(isExact), ...routes.list.filter((route) => !isExact(route))];
}
