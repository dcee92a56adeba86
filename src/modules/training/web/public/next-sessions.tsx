import type { JSX } from 'preact';
import { capitalised, formatDateRange, plural } from '#platform/french/index.ts';
import { Chip } from '#ui/components/chip.tsx';
import { sessionPath } from '../../paths.ts';
import type { SessionLine } from '../../queries/session-list.ts';

interface NextSessionsProps {
  readonly sessions: readonly SessionLine[];
  /** Names the course of each, on a page that shows several. */
  readonly withCourse?: boolean;
}

/** Sessions to come in lines: when, where, how many places. */
export function NextSessions({ sessions, withCourse }: NextSessionsProps): JSX.Element {
  return (
    <ul class="plain stack">
      {sessions.map((session) => (
        <li class={withCourse ? 'panel' : undefined}>
          <a href={sessionPath(session.courseSlug, session.slug)}>
            <b>{withCourse ? session.courseTitle : capitalised(formatDateRange(session.first, session.last))}</b>
          </a>{' '}
          <StateChip session={session} />
          <p class="facts">
            {[
              withCourse ? capitalised(formatDateRange(session.first, session.last)) : '',
              session.attendance === 'online' ? 'à distance' : session.city,
              seatsInWords(session),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

function StateChip({ session }: { readonly session: SessionLine }): JSX.Element | null {
  if (session.state === 'cancelled') return <Chip>Annulée</Chip>;
  if (session.enrolled >= session.max) return <Chip>Complète</Chip>;
  return session.state === 'confirmed' ? <Chip strong>Confirmée</Chip> : null;
}

/** « encore 4 places ». */
export function seatsInWords({ state, enrolled, max }: SessionLine): string {
  if (state === 'cancelled') return '';
  const left = max - enrolled;
  return left > 0 ? `encore ${plural(left, 'place')}` : 'liste d’attente ouverte';
}
