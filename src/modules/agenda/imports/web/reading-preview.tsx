import type { JSX } from 'preact';
import { formatDate, plural } from '#platform/french/index.ts';
import { Panel } from '#ui/components/panel.tsx';
import type { IncomingEvent, Reading, ReadingProblem } from '../read/incoming-event.ts';

const mostShown = 20;

/** What a source holds and what would come of it, before anything is taken. */
export function ReadingPreview({
  reading,
  taken,
}: {
  readonly reading: Reading;
  readonly taken: readonly IncomingEvent[];
}): JSX.Element {
  const shown = taken.toSorted((a, b) => (a.starts < b.starts ? -1 : 1)).slice(0, mostShown);
  return (
    <Panel title="Ce qui viendrait">
      <p>
        {[kindNames[reading.kind], reading.name && `« ${reading.name} »`].filter(Boolean).join(' ')}
        {` : ${plural(reading.events.length, 'rendez-vous lu', 'rendez-vous lus')}, ${plural(taken.length, 'retenu')}.`}
      </p>
      {shown.length > 0 ? (
        <ul>
          {shown.map((event) => (
            <li>
              <b>{event.title}</b>
              {`, ${formatDate(Temporal.PlainDate.from(event.starts.slice(0, 10)), { weekday: true })}`}
              {event.place && `, ${[event.place.name, event.place.city].filter(Boolean).join(', ')}`}
              {event.rule || event.alsoOn.length > 0 ? ' (se répète)' : ''}
              {event.state === 'cancelled' && ' (annulé)'}
            </li>
          ))}
        </ul>
      ) : (
        <p>Rien à venir, ou rien qui réponde à vos choix.</p>
      )}
      {taken.length > mostShown && <p>{`… et ${taken.length - mostShown} autres.`}</p>}
      <Problems problems={reading.problems} />
    </Panel>
  );
}

const kindNames = { ical: 'Calendrier', openagenda: 'Agenda OpenAgenda', page: 'Page web' } as const;

/** What could not be read, and why. */
export function Problems({ problems }: { readonly problems: readonly ReadingProblem[] }): JSX.Element | null {
  if (problems.length === 0) return null;
  return (
    <details class="more">
      <summary>{plural(problems.length, 'remarque sur la lecture', 'remarques sur la lecture')}</summary>
      <ul>
        {problems.map(({ what, why }) => (
          <li>{`${what} : ${why}.`}</li>
        ))}
      </ul>
    </details>
  );
}
