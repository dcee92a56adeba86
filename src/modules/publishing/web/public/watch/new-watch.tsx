import type { JSX } from 'preact';
import { Section } from '#ui/components/section.tsx';
import type { PublishedLine } from '../../../queries/published-list.ts';
import { watchPath } from '../../../resource-paths.ts';
import { WatchItem } from './watch-item.tsx';

/** « Il y a du nouveau »: the latest of the watch, when there is some. */
export function NewWatch({
  items,
  zone,
}: {
  readonly items: readonly PublishedLine<'watch'>[];
  readonly zone: string;
}): JSX.Element | null {
  if (items.length === 0) return null;
  return (
    <Section title="Il y a du nouveau" more={{ href: watchPath, label: 'Toute la veille' }}>
      <div class="watch-list">
        {items.map((item) => (
          <WatchItem item={item} zone={zone} />
        ))}
      </div>
    </Section>
  );
}
