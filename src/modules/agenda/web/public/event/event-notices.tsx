import type { JSX } from 'preact';
import { formatDate, formatTime } from '#platform/french/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { eventStatusNames } from '../../../domain/event-status.ts';
import { takesPlace, type EventState } from '../../../domain/event-states.ts';
import { whenInWords } from '../../../domain/when-in-words.ts';
import { occurrencePath, officePaths, proposeEventPath } from '../../../paths.ts';
import type { EventPage } from './read-event-page.ts';

const states: Readonly<Partial<Record<EventState, { tone: 'danger' | 'warning' | 'info'; title: string }>>> = {
  cancelled: { tone: 'danger', title: 'Ce rendez-vous est annulé.' },
  postponed: { tone: 'warning', title: 'Ce rendez-vous est reporté.' },
  tentative: { tone: 'info', title: 'Cette date est à confirmer.' },
  moved_online: { tone: 'info', title: 'Ce rendez-vous a lieu en ligne, finalement.' },
  full: { tone: 'info', title: 'C’est complet.' },
};

/** What a reader must know before anything else: not public yet, called off, moved, over. */
export function EventNotices({ page }: { readonly page: EventPage }): JSX.Element {
  const { event, date } = page;
  const state = states[event.fields.state];
  return (
    <>
      {!page.isPublic && (
        <Notice state="warning" title={`${eventStatusNames[event.status]} : l’équipe seule voit cette page.`}>
          <p>Les visiteurs la trouveront ici dès qu’elle sera publiée.</p>
        </Notice>
      )}
      {state && (
        <Notice state={state.tone} title={state.title}>
          {event.fields.stateNote && <p>{event.fields.stateNote}</p>}
        </Notice>
      )}
      {takesPlace(event.fields.state) && date?.isCancelled && <DateCancelled page={page} />}
      {date && !date.isCancelled && date.isMoved && (
        <Notice state="info" title="Cette date a changé.">
          <p>
            C’était prévu le {formatDate(date.originalLocal, { weekday: true })}
            {!date.isAllDay && `, à ${formatTime(date.originalLocal)}`}.{date.note && ` ${date.note}`}
          </p>
        </Notice>
      )}
      {date && !date.isMoved && !date.isCancelled && date.note && (
        <Notice state="info">
          <p>{date.note}</p>
        </Notice>
      )}
      {page.isPast && takesPlace(event.fields.state) && <Over page={page} />}
    </>
  );
}

function DateCancelled({ page: { event, date, coming, today } }: { readonly page: EventPage }): JSX.Element {
  const next = coming.find(
    (one) => !one.isCancelled && date !== null && Temporal.Instant.compare(one.startsAt, date.startsAt) > 0,
  );
  return (
    <Notice
      state="danger"
      title="Cette date est annulée."
      {...(next
        ? {
            actions: (
              <ButtonLink small kind="ghost" href={occurrencePath(event.slug, next.originalLocal.toString())}>
                La suivante : {whenInWords(next, { today })}
              </ButtonLink>
            ),
          }
        : {})}
    >
      {date?.note && <p>{date.note}</p>}
    </Notice>
  );
}

function Over({ page: { event } }: { readonly page: EventPage }): JSX.Element {
  const again = event.fields.isOwn ? officePaths.repeat(event.id) : null;
  return (
    <Notice
      state="info"
      title="C’est passé."
      actions={
        <ButtonLink small kind="ghost" href={`${proposeEventPath}?comme=${event.id}`}>
          Proposer de nouveau
        </ButtonLink>
      }
    >
      {again === null ? undefined : <p>Envie que cela revienne ? Dites-le, ou proposez la prochaine date.</p>}
    </Notice>
  );
}
