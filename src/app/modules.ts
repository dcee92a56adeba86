import type { Module } from '#platform/contributions/module.ts';
import type { Ports } from '#platform/context/ports.ts';

/** What the manifests need from the application. */
export interface ModuleDependencies {
  ports: Ports;
}

/** The modules, in dependency order: the first ones know nothing of the next. */
export function allModules(_dependencies: ModuleDependencies): readonly Module[] {
  return [];
}
