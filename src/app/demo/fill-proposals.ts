import { proposePublication } from '#modules/publishing/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { typography } from '#platform/french/index.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { demoProposals } from './demo-proposals.ts';
import type { DemoNames } from './fill-news.ts';
import { hoursBefore } from './moments.ts';

/** Lets two readers propose a news item, which wait for the employee. */
export async function fillProposals(
  ctx: Context,
  { organizations }: Pick<DemoNames, 'organizations'>,
  { origin, hubName }: { origin: string; hubName: string },
): Promise<void> {
  for (const { hoursAgo, sender, title, story, of, link } of demoProposals) {
    const organizationId = organizations.get(of) ?? null;
    const stranger = { ...hoursBefore(ctx, hoursAgo), actor: null };
    unwrap(
      await execute(stranger, proposePublication, {
        kind: 'news',
        fields: {
          title: typography(title),
          brief: typography(story),
          organizationId,
          content: { topic: 'network', speaker: organizationId ? '' : of, link },
        },
        sender,
        origin,
        hubName,
      }),
    );
  }
}
