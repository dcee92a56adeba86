import type { Context } from '#platform/context/context.ts';
import type { PeopleImport } from '../queries/import-sheet.ts';

/** The context in the name of whoever started the import: notes and history say so. */
export function asStarter<C extends Context>(ctx: C, { byId, byName }: Pick<PeopleImport, 'byId' | 'byName'>): C {
  if (ctx.actor || !byId) return ctx;
  return { ...ctx, actor: { personId: byId, accountId: byId, name: byName, roles: new Set() } };
}
