import { mailAddresses } from '#modules/identity/index.ts';
import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { tellSenderOfProposal } from '../commands/moderation/tell-sender.ts';
import { followedEventPath, linkPurposes } from '../moderation-paths.ts';
import type { AgendaDependencies } from '../ports.ts';
import { senderOf } from '../queries/moderation/sender-of.ts';
import { tellSender } from './tell-sender-job.ts';

type Dependencies = Pick<AgendaDependencies, 'originOf' | 'hubLook' | 'links'>;

/** Writes to whoever proposed an event where it stands, once for each answer. */
export function tellSenderJob({ originOf, hubLook, links }: Dependencies) {
  return job({
    ...tellSender,
    async run(ctx, { id }) {
      const sender = await senderOf(ctx.db, id);
      if (!sender) return;
      const address = sender.email || (sender.personId && (await mailAddresses(ctx.db, sender.personId))[0]);
      if (!address) return;
      const [origin, { name: hubName }] = await Promise.all([originOf(ctx.hubId), hubLook(ctx.hubId)]);
      const followedAt = followedEventPath(links.write(linkPurposes.proposal, ctx.hubId, id));
      const outcome = await execute(ctx, tellSenderOfProposal, { id, address, origin, followedAt, hubName });
      // Told by another worker, or taken back meanwhile.
      if (!outcome.ok && outcome.reason !== 'nothing_to_tell') unwrap(outcome);
    },
  });
}
