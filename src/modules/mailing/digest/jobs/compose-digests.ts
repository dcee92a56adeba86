import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { job } from '#platform/jobs/job.ts';
import { itemToWrite } from '../../compose/item-of.ts';
import { isTimeFor, lastSlot } from '../../domain/digest-slots.ts';
import type { MailingDependencies } from '../../ports.ts';
import { readMailingSettings } from '../../queries/mailing-settings.ts';
import { composeDigest } from '../commands/compose-digest.ts';
import { comingDigest, lastLeft } from '../queries/coming-items.ts';

/** Composes the digests whose moment came, when it did and was not done. */
export async function composeDueDigest(
  ctx: Context,
  { mailables }: Pick<MailingDependencies, 'mailables'>,
): Promise<void> {
  const { digestWeekday: weekday, digestHour: hour } = await readMailingSettings(ctx.db);
  const slot = lastSlot(ctx.clock.now(), { weekday, hour }, ctx.zone);
  if (!isTimeFor(slot, ctx.clock.now(), await lastLeft(ctx.db))) return;
  const { items } = await comingDigest(ctx, mailables());
  await execute({ ...ctx, actor: null }, composeDigest, {
    slot,
    items: items.map(({ item, isWanted }) => ({ ...itemToWrite(item), isWanted })),
  });
}

/** Each quarter of an hour. */
export function composeDigestsJob(deps: Pick<MailingDependencies, 'mailables'>) {
  return job({
    name: 'mailing.compose-digests',
    lane: 'quick',
    retries: 2,
    payload: z.object({}),
    run: (ctx) => composeDueDigest(ctx, deps),
  });
}
