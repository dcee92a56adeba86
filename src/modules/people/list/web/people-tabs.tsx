import type { JSX } from 'preact';
import { Tabs } from '#ui/components/tabs.tsx';
import { paths } from '../../paths.ts';
import { segmentPaths } from '../../segments/paths.ts';

const tabs = [
  { label: 'Toutes', href: paths.people },
  { label: 'Segments', href: segmentPaths.list },
  { label: 'Étiquettes', href: paths.tags },
  { label: 'Doublons', href: paths.twins },
  { label: 'Conservation', href: paths.retention },
  { label: 'Registre', href: paths.processing },
] as const;

/** The pages about people, beside each other. */
export function PeopleTabs({ current }: { readonly current: string }): JSX.Element {
  return <Tabs label="Personnes" tabs={tabs.map((tab) => ({ ...tab, current: tab.href === current }))} />;
}
