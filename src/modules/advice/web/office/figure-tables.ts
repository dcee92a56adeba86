import { channelNames } from '../../domain/request-channels.ts';
import { outcomeNames } from '../../domain/request-outcomes.ts';
import type { AdviceFigures } from '../../queries/figures.ts';
import { situationName } from '../texts.ts';
import { monthName } from './month-name.ts';
import { queueHref, wholeQueue, type QueueQuery } from './queue-query.ts';

/** A table of counts, each with the list that proves it. */
export interface FigureTable {
  caption: string;
  rows: { label: string; count: number; href: string }[];
}

/** The tables of a year. */
export function figureTables(figures: AdviceFigures): FigureTable[] {
  const year = String(figures.year);
  const list = (change: Partial<QueueQuery>): string => queueHref(wholeQueue, { month: year, ...change });
  return [
    {
      caption: 'Par mois',
      rows: figures.months.map(({ key, count }) => ({
        label: monthName(key).replace(/ \d{4}$/, ''),
        count,
        href: list({ month: key }),
      })),
    },
    {
      caption: 'Qui demande',
      rows: figures.situations.map(({ key, count }) => ({
        label: situationName(key),
        count,
        href: list({ situation: key ?? 'autre' }),
      })),
    },
    {
      caption: 'Qui les envoie',
      rows: figures.referrers.map(({ key, label, count }) => ({
        label: label ?? '',
        count,
        href: list({ referrerId: key }),
      })),
    },
    {
      caption: 'Comment cela se termine',
      rows: figures.outcomes.map(({ key, count }) => ({
        label: outcomeNames[key],
        count,
        href: list({ outcome: key }),
      })),
    },
    {
      caption: 'De quelle page',
      rows: figures.origins
        .slice(0, 20)
        .map(({ key, count }) => ({ label: key === '/' ? 'Accueil' : key, count, href: list({ cameFrom: key }) })),
    },
    {
      caption: 'Par quel chemin',
      rows: figures.channels.map(({ key, count }) => ({
        label: channelNames[key],
        count,
        href: list({ channel: key }),
      })),
    },
  ];
}
