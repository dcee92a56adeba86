import { unwrap } from '#platform/outcome/outcome.ts';
import { execute } from '#platform/command/execute.ts';
import { addSynonyms } from '#modules/search/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { SearchTally } from '#platform/search/search-tally.ts';

/** Words of the Vallons that mean the same. */
export const demoSynonyms: readonly string[] = [
  'bistrot, café associatif, buvette, troquet',
  'ressourcerie, recyclerie, trocante',
  'gallo, langue gallèse',
  'fest-noz, bal, veillée',
];

/** What visitors of the Vallons looked for without finding it: how many days ago, how many of them. */
export const demoMissedSearches: readonly { text: string; daysAgo: number; visitors: number }[] = [
  { text: 'location de vaisselle', daysAgo: 2, visitors: 7 },
  { text: 'garde partagée', daysAgo: 4, visitors: 5 },
  { text: 'assurance bénévole', daysAgo: 9, visitors: 4 },
  { text: 'broyeur à végétaux', daysAgo: 12, visitors: 3 },
];

/** Fills the team's side of the search: the hub's own synonyms, and what visitors missed. */
export async function fillSearch(ctx: Context, tally: SearchTally): Promise<void> {
  for (const words of demoSynonyms) unwrap(await execute(ctx, addSynonyms, { words }));
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  for (const { text, daysAgo, visitors } of demoMissedSearches)
    for (let visitor = 1; visitor <= visitors; visitor++)
      tally.note({
        hubId: ctx.hubId,
        text,
        day: today.subtract({ days: daysAgo }).toString(),
        isFound: false,
        clientIp: `192.0.2.${visitor}`,
      });
  await tally.flush();
}
