import type { Module, NavigationEntry } from '#platform/contributions/module.ts';

/** Entries of the menu that modules bring, those whose page exists: some lead to pages of another module. */
export function servedEntries(
  modules: readonly Module[],
  isServed: (path: string) => boolean,
): readonly NavigationEntry[] {
  return modules.flatMap((module) => module.navigation ?? []).filter(({ path }) => isServed(path));
}
