import type { JSX } from 'preact';
import { formatDate, formatDateTime } from '#platform/french/index.ts';
import { Chip } from '#ui/components/chip.tsx';
import type { Column } from '#ui/components/data-table.tsx';
import { outcomeNames } from '../../domain/request-outcomes.ts';
import { workingDay, workingMinutes, workingTimeInWords } from '../../domain/working-time.ts';
import { paths } from '../../paths.ts';
import type { QueueRow, QueueSort } from '../../queries/request-list.ts';
import { situationName, stateNames } from '../texts.ts';
import { queueHref, type QueueQuery } from './queue-query.ts';

interface Moment {
  zone: string;
  now: Temporal.Instant;
}

/** The columns of the queue. */
export function queueColumns(query: QueueQuery, moment: Moment): Column<QueueRow>[] {
  const sorting = (sort: QueueSort) => ({
    sortHref: queueHref(query, { sort, descending: query.sort === sort && !query.descending }),
    ...(query.sort === sort ? { sorted: query.descending ? ('descending' as const) : ('ascending' as const) } : {}),
  });
  return [
    {
      key: 'name',
      label: 'Qui demande',
      heads: true,
      ...sorting('nom'),
      cell: (row) => <Asker row={row} moment={moment} />,
    },
    { key: 'wait', label: 'Attente', ...sorting('attente'), cell: (row) => <Waiting row={row} moment={moment} /> },
    {
      key: 'received',
      label: 'Reçue',
      whole: true,
      ...sorting('recue'),
      cell: (row) => formatDate(row.receivedAt, { style: 'short', zone: moment.zone }),
    },
    { key: 'profile', label: 'Profil', cell: (row) => (row.situation ? situationName(row.situation) : '') },
    { key: 'owner', label: 'Confiée à', cell: (row) => row.assignedTo ?? <span class="muted">personne</span> },
  ];
}

function Asker({ row, moment: { zone } }: { readonly row: QueueRow; readonly moment: Moment }): JSX.Element {
  const line = row.question.replaceAll(/\s+/g, ' ');
  return (
    <>
      <a href={paths.request(row.id)}>{row.name}</a>
      {(row.wantsCall || !row.email) && row.phone && (
        <>
          {' '}
          <Chip>à rappeler</Chip>
        </>
      )}
      {row.slotAt && (
        <>
          {' '}
          <Chip category="leaf">{formatDateTime(row.slotAt, { style: 'short', year: false, zone })}</Chip>
        </>
      )}
      {row.tags.map((tag) => (
        <>
          {' '}
          <Chip>{tag}</Chip>
        </>
      ))}
      <p class="facts">{line.length > 110 ? `${line.slice(0, 107).trimEnd()}…` : line}</p>
    </>
  );
}

/** The clock of those who wait, late when nobody took it within a working day; how it ended for the others. */
function Waiting({ row, moment: { zone, now } }: { readonly row: QueueRow; readonly moment: Moment }): JSX.Element {
  if (!row.waitingSince) return <>{row.outcome ? outcomeNames[row.outcome] : stateNames[row.state]}</>;
  const minutes = workingMinutes(row.waitingSince, now, zone);
  const isLate = row.assignedToId === null && minutes >= workingDay;
  return (
    <div>
      <span class={isLate ? 'late' : undefined}>{workingTimeInWords(minutes)}</span>{' '}
      <span class="facts">{stateNames[row.state].toLowerCase()}</span>
    </div>
  );
}
