import type { Context } from '#platform/context/context.ts';
import type { ChoiceGroup } from '#ui/fields/select.tsx';
import { publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { publishedList } from '../../../queries/published-list.ts';

/** Pages that may be added to the menu, by family. The value is the path. */
export async function menuChoices(
  ctx: Context,
  { commonMenu }: Pick<PublishingDependencies, 'commonMenu'>,
): Promise<ChoiceGroup[]> {
  const [pages, doors] = await Promise.all([
    publishedList(ctx.db, 'page', {}, { limit: 200 }),
    publishedList(ctx.db, 'door', {}, { limit: 60 }),
  ]);
  const common = new Map(commonMenu().map(({ path, label }) => [path, label]));
  const groups = [
    { label: 'Le site', choices: [...common].map(([value, label]) => ({ value, label })) },
    { label: 'Vos pages', choices: pages.map((page) => choiceOf('page', page)) },
    { label: 'Vos portes', choices: doors.map((door) => choiceOf('door', door)) },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}

function choiceOf(kind: 'page' | 'door', { slug, title }: { slug: string; title: string }) {
  return { value: publicationPath(kind, slug), label: title };
}
