import type { JSX } from 'preact';
import { Tabs } from '#ui/components/tabs.tsx';
import type { NewsChoices } from '../../../queries/news-list.ts';
import { newsTopics } from '../../../content/news.ts';
import { topicNames } from '../../texts.ts';
import { newsHref, type NewsQuery } from './news-query.ts';

export interface NamedTheme {
  id: string;
  label: string;
}

interface NewsFiltersProps {
  readonly query: NewsQuery;
  readonly choices: NewsChoices;
  readonly themes: readonly NamedTheme[];
}

/** Whose news, then what they speak of: plain links, each to a list of its own. */
export function NewsFilters({ query, choices, themes }: NewsFiltersProps): JSX.Element {
  const topics = newsTopics.filter((topic) => choices.topics.includes(topic));
  return (
    <div class="news-filters">
      {(choices.hasOthers || query.whose !== null) && (
        <Tabs
          label="De qui"
          tabs={[
            { label: 'Toutes', href: newsHref(query, { whose: null }), current: query.whose === null },
            { label: 'Du pôle', href: newsHref(query, { whose: 'pole' }), current: query.whose === 'pole' },
            {
              label: 'Des structures',
              href: newsHref(query, { whose: 'structures' }),
              current: query.whose === 'structures',
            },
          ]}
        />
      )}
      {topics.length > 1 && (
        <ChoiceLinks
          label="Sujet"
          links={[
            { label: 'Tous les sujets', href: newsHref(query, { topic: null }), isCurrent: query.topic === null },
            ...topics.map((topic) => ({
              label: topicNames[topic],
              href: newsHref(query, { topic }),
              isCurrent: query.topic === topic,
            })),
          ]}
        />
      )}
      {(themes.length > 0 || choices.years.length > 1) && (
        <details class="news-more" open={query.theme !== null || query.year !== null}>
          <summary>Par thème, par année</summary>
          {themes.length > 0 && (
            <ChoiceLinks
              label="Thème"
              links={[
                { label: 'Tous les thèmes', href: newsHref(query, { theme: null }), isCurrent: query.theme === null },
                ...themes.map(({ id, label }) => ({
                  label,
                  href: newsHref(query, { theme: id }),
                  isCurrent: query.theme === id,
                })),
              ]}
            />
          )}
          {choices.years.length > 1 && (
            <ChoiceLinks
              label="Année"
              links={[
                { label: 'Toutes les années', href: newsHref(query, { year: null }), isCurrent: query.year === null },
                ...choices.years.map((year) => ({
                  label: String(year),
                  href: newsHref(query, { year }),
                  isCurrent: query.year === year,
                })),
              ]}
            />
          )}
        </details>
      )}
    </div>
  );
}

interface ChoiceLinksProps {
  readonly label: string;
  readonly links: readonly { label: string; href: string; isCurrent: boolean }[];
}

function ChoiceLinks({ label, links }: ChoiceLinksProps): JSX.Element {
  return (
    <nav aria-label={label}>
      <ul class="tags choice-links">
        {links.map(({ label: text, href, isCurrent }) => (
          <li>
            <a class={isCurrent ? 'chip strong' : 'chip'} href={href} aria-current={isCurrent ? 'true' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
