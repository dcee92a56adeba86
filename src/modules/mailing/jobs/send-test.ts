import type { Ports } from '#platform/context/ports.ts';
import { job } from '#platform/jobs/job.ts';
import type { MailingDependencies } from '../ports.ts';
import { readMailingSettings } from '../queries/mailing-settings.ts';
import { readMailing } from '../queries/read-mailing.ts';
import { openCopyWriter } from '../sending/copy-writer.ts';
import { sendTestCopy } from './send-test-job.ts';

/** Sends a mailing to who writes it, as readers will get it; no copy is kept, and its link stops nothing. */
export function sendTestJob({ links, signature }: Pick<MailingDependencies, 'links' | 'signature'>) {
  return job<typeof sendTestCopy.payload, Ports>({
    ...sendTestCopy,
    async run(ctx, { mailingId, address }) {
      const mailing = await readMailing(ctx.db, mailingId);
      if (!mailing) return;
      const [settings, hub] = await Promise.all([readMailingSettings(ctx.db), signature(ctx.hubId)]);
      const writer = openCopyWriter(
        { ...mailing, title: `[Essai] ${mailing.title}` },
        { hubId: ctx.hubId, hub, settings, links },
      );
      const copy = await writer.write({ id: ctx.newId(), address, name: '', basis: 'subscriber', itemIds: null });
      const delivery = await ctx.ports.mail.carryCopy(copy);
      if (delivery.result !== 'sent') ctx.log.warn({ hub: ctx.hubId, result: delivery.result }, 'test of a mailing');
    },
  });
}
