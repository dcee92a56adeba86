import { proposePublication, setPublishingRules } from '#modules/publishing/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';

/** A proposal with its sender and its private link, and the rules of the hub, with `words` in every free text. */
export async function fillNews(ctx: Context, words: string): Promise<{ proposal: string }> {
  unwrap(
    await execute(ctx, setPublishingRules, { trustedRoles: ['board_member'], websubHub: 'https://websub.example/' }),
  );
  const { id } = unwrap(
    await execute({ ...ctx, actor: null }, proposePublication, {
      kind: 'news',
      fields: {
        title: words.slice(0, 200),
        line: words.slice(0, 140),
        brief: words.slice(0, 280),
        body: words,
        imageAlternative: words.slice(0, 300),
        imageCredit: words.slice(0, 120),
        authorName: words.slice(0, 120),
        content: { topic: 'network', speaker: words.slice(0, 120), radio: words.slice(0, 600) },
      },
      sender: { name: words.slice(0, 120), email: 'lectrice@essai.example' },
      origin: 'https://essai.example',
      hubName: words.slice(0, 120),
    }),
  );
  return { proposal: id };
}
