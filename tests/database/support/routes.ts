import { readFileSync, globSync } from 'node:fs';
import { routesOf } from '#app/routes-of.ts';
import type { Route } from '#platform/http/exchange.ts';
import type { TestSite } from '#tests/support/app.ts';

/** Every address of the application. */
export const everyRoute = (site: TestSite): readonly Route[] => routesOf(site.site.deps.modules);

export const nameOf = (route: Route): string => `${route.method} ${route.path}`;

/** Names of the parameters of a path. */
export function parametersOf(path: string): string[] {
  return [...path.matchAll(/:([a-zA-Z]+)/g)].map((match) => match[1] ?? '');
}

/** The path with its parameters given. */
export function filledPath(path: string, values: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:([a-zA-Z]+)(\{[^/]*\})?/g, (_all, name: string) =>
    encodeURIComponent(values[name] ?? 'inconnu'),
  );
}

/** Names of the query parameters and of the form fields that the pages read, as their code writes them. */
export function readNames(): { queries: string[]; fields: string[] } {
  const text = globSync('src/**/web/**/*.{ts,tsx}', { exclude: (name) => name.includes('.test.') })
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const found = (pattern: RegExp): string[] =>
    [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].filter((name) => name !== '_cle');
  return {
    queries: found(/(?:query|searchParams\.get|searchParams\.getAll)\('([^']+)'\)/g),
    fields: [
      ...found(/(?:values|form)(?:\?)?(?:\.)?\['([^']+)'\]/g),
      ...found(/\.all\('([^']+)'\)/g),
      ...found(/values\.([a-zA-Z]+)/g),
    ],
  };
}
