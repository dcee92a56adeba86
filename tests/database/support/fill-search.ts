import { unwrap } from '#platform/outcome/outcome.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { addSynonyms } from '#modules/search/index.ts';
import type { TestSite } from '#tests/support/app.ts';

/** A group of synonyms, and searches made in vain by several visitors, with these words; gives the group's id. */
export async function fillSearch(site: TestSite, ctx: Context, words: string): Promise<string> {
  const { id } = unwrap(await execute(ctx, addSynonyms, { words: `${words}, buvette` }));
  const { tally } = site.site.deps;
  const day = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().toString();
  for (const last of [1, 2, 3])
    tally.note({ hubId: ctx.hubId, text: words.slice(0, 60), day, isFound: false, clientIp: `192.0.2.${last}` });
  await tally.flush();
  return id;
}
