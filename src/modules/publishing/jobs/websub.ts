import { job } from '#platform/jobs/job.ts';
import type { PublishingDependencies } from '../ports.ts';
import { readPublishingSettings } from '../queries/publishing-settings.ts';
import { websubPing } from './websub-ping.ts';

/**
 * Tells the WebSub hub which feeds have something new (W3C WebSub, the publication message of PubSubHubbub 0.4, which
 * hubs take). A hub that does not answer is told again later; told twice, it reads the feeds twice.
 */
export function websubJob({ originOf, ports }: Pick<PublishingDependencies, 'originOf' | 'ports'>) {
  return job({
    ...websubPing,
    async run(ctx, { feeds }) {
      const { websubHub } = await readPublishingSettings(ctx.db);
      if (websubHub === null || feeds.length === 0) return;
      const origin = await originOf(ctx.hubId);
      const form = new URLSearchParams([
        ['hub.mode', 'publish'],
        ...feeds.map((feed): [string, string] => ['hub.url', origin + feed]),
      ]);
      await ports.outbound.postPublic(websubHub, form, { signal: ctx.signal });
    },
  });
}
