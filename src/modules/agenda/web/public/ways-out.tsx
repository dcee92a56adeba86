import type { JSX } from 'preact';
import { feedFormats, feedTypes } from '#platform/feeds/index.ts';
import { Icon, type IconName } from '#ui/components/icon.tsx';
import {
  agendaPath,
  agendaCalendarPath,
  agendaSnippetPath,
  pastEventsPath,
  printPath,
  subscriptionPath,
} from '../../paths.ts';
import { agendaHref, type AgendaQuery } from './agenda-query.ts';

/** What calendars and readers find in the head of the pages of the agenda. */
export const agendaFeeds = [
  { href: agendaCalendarPath, type: 'text/calendar', title: 'L’agenda, pour votre calendrier' },
  ...feedFormats.map((format) => ({
    href: `${agendaPath}.${format}`,
    type: feedTypes[format],
    title: 'Les prochains rendez-vous',
  })),
];

/** To take the agenda with oneself: in one's calendar, on paper, on one's site. */
export function WaysOut({ query }: { readonly query: AgendaQuery }): JSX.Element {
  const ways: readonly [IconName, string, string, string][] = [
    ['calendar', subscriptionPath, 'Dans votre calendrier', 'Les dates arrivent et se corrigent toutes seules.'],
    ['download', printPath, 'Sur papier', 'Le programme du mois, le dépliant d’une commune.'],
    ['external', agendaHref(query, {}, agendaSnippetPath), 'Sur votre site', 'Une liste ou un mois, toujours à jour.'],
    ['history', pastEventsPath, 'Ce qui s’est passé', 'Les rendez-vous d’avant, et ce qui en est sorti.'],
  ];
  return (
    <nav class="ways-out" aria-label="Emporter l’agenda">
      <ul>
        {ways.map(([icon, href, label, text]) => (
          <li>
            <Icon name={icon} />
            <a href={href}>{label}</a>
            <span class="facts">{text}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
