import type { JSX } from 'preact';
import type { Context } from '#platform/context/context.ts';
import { Tabs } from '#ui/components/tabs.tsx';
import { countLinks } from '../../../queries/resources/web-links.ts';
import { waitingSuggestions } from '../../../queries/resources/suggestions.ts';
import { resourceOffice } from '../../../resource-paths.ts';

export interface LibraryCounts {
  dead: number;
  waiting: number;
}

export async function libraryCounts(ctx: Context): Promise<LibraryCounts> {
  const [links, suggestions] = await Promise.all([countLinks(ctx.db), waitingSuggestions(ctx.db)]);
  return { dead: links.get('dead') ?? 0, waiting: suggestions.count };
}

/** The three views of what keeps the library right. */
export function LibraryTabs({
  current,
  counts,
}: {
  readonly current: 'list' | 'links' | 'suggestions';
  readonly counts: LibraryCounts;
}): JSX.Element {
  return (
    <Tabs
      label="La bibliothèque"
      tabs={[
        { label: 'Fiches', href: resourceOffice.list, current: current === 'list' },
        {
          label: 'Corrections proposées',
          href: resourceOffice.suggestions,
          current: current === 'suggestions',
          count: counts.waiting,
        },
        { label: 'Liens', href: resourceOffice.links, current: current === 'links', count: counts.dead },
      ]}
    />
  );
}
