import type { JSX } from 'preact';
import { formatDate } from '#platform/french/index.ts';
import { Section } from '#ui/components/section.tsx';
import type { TitledNews } from '../../ports.ts';

/** What a structure told lately, on its sheet. */
export function SheetNews({
  news,
  zone,
}: {
  readonly news: readonly TitledNews[];
  readonly zone: string;
}): JSX.Element | null {
  if (news.length === 0) return null;
  return (
    <Section title="Ses actualités">
      <ul class="sheet-news">
        {news.map(({ title, path, publishedAt }) => (
          <li>
            <a href={path}>{title}</a>
            <span class="facts">{formatDate(publishedAt, { zone })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
