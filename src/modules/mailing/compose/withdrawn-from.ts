import type { Context } from '#platform/context/context.ts';
import type { MailableSource } from '#platform/contributions/module.ts';
import { readMailing } from '../queries/read-mailing.ts';
import { itemsOf, type ItemRef } from './item-of.ts';

/** Of the informations of a mailing, those that their module does not show everyone any more. */
export async function withdrawnFrom(
  ctx: Context,
  sources: readonly MailableSource[],
  mailingId: string,
): Promise<ItemRef[]> {
  const mailing = await readMailing(ctx.db, mailingId);
  const refs = (mailing?.items ?? [])
    .filter(({ kind }) => sources.some((source) => source.kind === kind))
    .map(({ kind, itemId }) => ({ kind, id: itemId }));
  const there = await itemsOf(ctx, sources, refs);
  return refs.filter((ref) => !there.some((item) => item.kind === ref.kind && item.id === ref.id));
}
