import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { tellAuthorOfProposal } from '../commands/moderation/tell-author.ts';
import type { AddressesOf } from '../personal-data.ts';
import type { PublishingDependencies } from '../ports.ts';
import { senderOf } from '../queries/proposals.ts';
import { tellAuthor } from './tell-author-job.ts';

type Dependencies = Pick<PublishingDependencies, 'originOf' | 'hubLook'> & { readonly addressesOf: AddressesOf };

/** Writes to the author of a proposal what became of it, once for each answer. */
export function tellAuthorJob({ originOf, hubLook, addressesOf }: Dependencies) {
  return job({
    ...tellAuthor,
    async run(ctx, { id }) {
      const sender = await senderOf(ctx.db, id);
      if (!sender) return;
      const address = sender.email || (sender.personId && (await addressesOf(ctx.db, sender.personId))[0]);
      if (!address) return;
      const [origin, { name: hubName }] = await Promise.all([originOf(ctx.hubId), hubLook(ctx.hubId)]);
      const outcome = await execute(ctx, tellAuthorOfProposal, { id, address, origin, hubName });
      // Told by another worker, or taken back meanwhile.
      if (!outcome.ok && outcome.reason !== 'nothing_to_tell') unwrap(outcome);
    },
  });
}
