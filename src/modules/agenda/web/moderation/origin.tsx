import type { JSX } from 'preact';
import { formatDateTime, formatTime } from '#platform/french/index.ts';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { dayInWords } from '../../domain/when-in-words.ts';
import { officePaths } from '../../paths.ts';
import type { ReviewedEvent } from '../../queries/moderation/reviewed-event.ts';

interface OriginProps {
  readonly reviewed: ReviewedEvent;
  readonly organizers: string;
  readonly today: Temporal.PlainDate;
  readonly zone: string;
  /** The photo stays hidden: someone on it did not agree yet. */
  readonly isWithheld: boolean;
}

/** Who sends it, and what she said to the team alone. */
export function Origin({ reviewed, organizers, today, zone, isWithheld }: OriginProps): JSX.Element {
  const { event, sender, dates, place } = reviewed;
  const isTyped = event.fields.organizers.some(({ organizationId }) => organizationId === null);
  return (
    <Panel title="D’où ça vient">
      <DescriptionList
        rows={[
          { term: 'Proposé par', value: sender?.name || 'une personne qui a demandé à être oubliée' },
          { term: 'Adresse', value: sender?.email && <a href={`mailto:${sender.email}`}>{sender.email}</a> },
          {
            term: 'Téléphone',
            value: sender?.phone && <a href={`tel:${sender.phone.replaceAll(/[^+\d]/g, '')}`}>{sender.phone}</a>,
            note: !sender?.email && sender?.phone && 'Sans adresse : prévenez par téléphone.',
          },
          { term: 'Le', value: formatDateTime(sender?.sentAt ?? event.createdAt, { zone }) },
          { term: 'Un mot', value: sender?.reason },
          {
            term: 'Organisé par',
            value: organizers,
            note: isTyped && 'Pas dans l’annuaire sous ce nom.',
          },
          {
            term: 'Lieu',
            value: place,
            note: event.fields.venueId === null && place && 'Nouveau lieu : il entrera dans votre liste.',
          },
          {
            term: 'Dates',
            value:
              dates.length > 1
                ? dates
                    .slice(0, 6)
                    .map(({ startsOn }) => dayInWords(startsOn, today))
                    .join(', ')
                : undefined,
          },
        ]}
      />
      {isWithheld && (
        <Notice state="warning" title="La photo reste cachée">
          <p>Quelqu’un dessus n’a pas encore donné son accord : la page paraîtra avec son paysage.</p>
        </Notice>
      )}
    </Panel>
  );
}

/** What else happens that day, drafts of the team included. */
export function SameDay({ reviewed }: { readonly reviewed: ReviewedEvent }): JSX.Element | null {
  const { sameDay, event } = reviewed;
  if (sameDay.length === 0) return null;
  return (
    <Panel title="Ce jour-là aussi">
      <ul class="plain stack">
        {sameDay.slice(0, 6).map((other) => (
          <li>
            <a href={officePaths.event(other.eventId)}>{other.title}</a>
            <p class="facts">
              {[other.isAllDay ? 'toute la journée' : formatTime(other.startsAt, { zone: event.zone }), other.city]
                .filter(Boolean)
                .join(' · ')}
              {!other.isPublic && ' · pas encore publié'}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
