import type { Module } from '#platform/contributions/module.ts';
import { RouteList, type Route } from '#platform/http/exchange.ts';

/** All routes of the modules, in the order of the modules. */
export function routesOf(modules: readonly Module[]): readonly Route[] {
  const routes = new RouteList();
  for (const module of modules) module.routes?.(routes);
  return routes.list;
}
