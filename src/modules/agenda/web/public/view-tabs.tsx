import type { JSX } from 'preact';
import { Tabs } from '#ui/components/tabs.tsx';
import { agendaMapPath, agendaPath, monthPath, pastEventsPath, townsPath } from '../../paths.ts';

export type AgendaView = 'list' | 'month' | 'towns' | 'map' | 'past';

/** The ways to look at the same dates. */
export function ViewTabs({
  current,
  today,
}: {
  readonly current: AgendaView;
  readonly today: Temporal.PlainDate;
}): JSX.Element {
  const tabs: readonly [AgendaView, string, string][] = [
    ['list', 'À venir', agendaPath],
    ['month', 'Mois', monthPath(today.toPlainYearMonth())],
    ['towns', 'Communes', townsPath],
    ['map', 'Carte', agendaMapPath],
    ['past', 'Passés', pastEventsPath],
  ];
  return (
    <Tabs
      label="Vues de l’agenda"
      tabs={tabs.map(([view, label, href]) => ({ label, href, current: view === current }))}
    />
  );
}
