import type { JSX } from 'preact';
import { formatDate } from '#platform/french/index.ts';
import { placedMilestones, type Milestone, type PlacedMilestone } from '../../../domain/action-time.ts';

const stateWords: Readonly<Record<PlacedMilestone['state'], string>> = {
  done: 'fait',
  late: 'date passée',
  next: 'prochaine étape',
  later: 'à venir',
};

/** The milestones of an action along a line: done, next, later. */
export function Timeline({
  milestones,
  today,
}: {
  readonly milestones: readonly Milestone[];
  readonly today: Temporal.PlainDate;
}): JSX.Element | null {
  const placed = placedMilestones(milestones, today);
  if (placed.length === 0) return null;
  return (
    <ol class="timeline">
      {placed.map(({ on, label, state }) => (
        <li class={state}>
          <span class="timeline-date">
            {on ? <time datetime={on}>{formatDate(Temporal.PlainDate.from(on))}</time> : 'Date à fixer'}
          </span>
          <b>{label}</b>
          <span class="facts">{stateWords[state]}</span>
        </li>
      ))}
    </ol>
  );
}
