import type { Context } from '#platform/context/context.ts';
import type { ImportSheet } from '../queries/imports/import-sheet.ts';

/** The context in the name of whoever started the import: the history of the sheets says so. */
export function asStarter<C extends Context>(ctx: C, { byId, byName }: Pick<ImportSheet, 'byId' | 'byName'>): C {
  if (ctx.actor || !byId) return ctx;
  return { ...ctx, actor: { personId: byId, accountId: byId, name: byName, roles: new Set() } };
}
