import { formatDateRange } from '#platform/french/index.ts';
import { Bar } from '#ui/components/bar.tsx';
import { Chip } from '#ui/components/chip.tsx';
import type { Column } from '#ui/components/data-table.tsx';
import { sessionStateNames } from '../../domain/session-states.ts';
import { officePaths } from '../../paths.ts';
import type { SessionLine } from '../../queries/session-list.ts';

/** Columns of a list of sessions. */
export const sessionColumns: Column<SessionLine>[] = [
  {
    key: 'formation',
    label: 'Formation',
    heads: true,
    cell: (line) => <a href={officePaths.session(line.id)}>{line.courseTitle}</a>,
  },
  { key: 'dates', label: 'Dates', whole: true, cell: (line) => formatDateRange(line.first, line.last) },
  { key: 'lieu', label: 'Lieu', cell: (line) => (line.attendance === 'online' ? 'À distance' : line.city) },
  {
    key: 'inscrits',
    label: 'Inscrit·es',
    cell: (line) => <Bar value={line.enrolled} max={line.max} text={`${line.enrolled} / ${line.max}`} />,
  },
  {
    key: 'etat',
    label: 'État',
    whole: true,
    cell: (line) => <Chip strong={line.state === 'open'}>{sessionStateNames[line.state]}</Chip>,
  },
];
