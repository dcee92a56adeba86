import type { JSX } from 'preact';
import { Tabs } from '#ui/components/tabs.tsx';
import { paths } from '../paths.ts';

/** The two pages of the team's side of the search. */
export function SearchTabs({ current }: { readonly current: 'missed' | 'synonyms' }): JSX.Element {
  return (
    <Tabs
      label="Recherche"
      tabs={[
        { label: 'Sans réponse', href: paths.missed, current: current === 'missed' },
        { label: 'Synonymes', href: paths.synonyms, current: current === 'synonyms' },
      ]}
    />
  );
}
