import type { JSX } from 'preact';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { Chip } from '#ui/components/chip.tsx';
import type { Column } from '#ui/components/data-table.tsx';
import { eventStateFacts } from '../../../domain/event-states.ts';
import { eventTypeFacts } from '../../../domain/event-types.ts';
import { ruleInFrench } from '../../../domain/rule-in-french.ts';
import { whenInWords } from '../../../domain/when-in-words.ts';
import { eventReviewPath } from '../../../moderation-paths.ts';
import { eventPath, officePaths } from '../../../paths.ts';
import { mayRunAgenda } from '../../../policy.ts';
import type { AgendaDependencies, Seats } from '../../../ports.ts';
import type { EventRow, EventSort } from '../../../queries/office/office-events.ts';
import { eventListHref, type EventListQuery } from './event-list-query.ts';

/** « 12 / 20 », leading to who comes. */
export function seatsIn(
  { id, date_id: date }: EventRow,
  seats: ReadonlyMap<string, Seats>,
  { registration }: AgendaDependencies,
): JSX.Element | null {
  const known = date === null ? undefined : seats.get(date);
  if (!known) return null;
  const { capacity, left } = known;
  return (
    <a href={`${registration.officePath(id)}?date=${date}`}>
      {capacity === null || left === null ? 'sans limite' : `${capacity - left} / ${capacity}`}
    </a>
  );
}

/** Columns of the list, and what each title leads to. */
export function columns(
  exchange: Exchange,
  query: EventListQuery,
  seats: (row: EventRow) => JSX.Element | null,
): Column<EventRow>[] {
  const { ctx } = exchange;
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const sorting = (sort: EventSort) => ({
    sortHref: eventListHref(query, { sort, descending: query.sort === sort && !query.descending }),
    ...(query.sort === sort ? { sorted: query.descending ? ('descending' as const) : ('ascending' as const) } : {}),
  });
  return [
    {
      key: 'title',
      label: 'Titre',
      heads: true,
      ...sorting('titre'),
      cell: (row) => (
        <>
          {row.trashed_at ? row.title : <a href={hrefOf(exchange, row)}>{row.title}</a>}{' '}
          {row.is_own && <Chip strong>Le pôle</Chip>} <State row={row} />
          <span class="row-facts">
            {eventTypeFacts[row.type].label}
            {row.organizers && ` · ${row.organizers}`}
          </span>
        </>
      ),
    },
    {
      key: 'date',
      label: 'Quand',
      ...sorting('date'),
      cell: (row) => (
        <>
          {dateInWords(row, today)}
          {row.rule && (
            <span class="row-facts">
              {ruleInFrench(row.rule, Temporal.PlainDate.from(row.first_local.slice(0, 10)))}
            </span>
          )}
        </>
      ),
    },
    { key: 'venue', label: 'Où', cell: (row) => [row.venue, row.city].filter(Boolean).join(', ') },
    { key: 'seats', label: 'Inscrits', whole: true, cell: seats },
    {
      key: 'updated',
      label: 'Modifié',
      whole: true,
      ...sorting('modifie'),
      cell: (row) => formatDate(Temporal.Instant.from(row.updated_at), { zone: ctx.zone, style: 'short' }),
    },
    ...(query.view === 'passes'
      ? [
          {
            key: 'again',
            label: 'Suite',
            cell: (row: EventRow) => row.origin === null && <a href={officePaths.repeat(row.id)}>Refaire</a>,
          },
        ]
      : []),
  ];
}

/** Said only of those that do not simply take place. */
function State({ row }: { readonly row: EventRow }): JSX.Element | null {
  const isOff = row.is_cancelled && row.dates_left === 0;
  if (row.state === 'confirmed' && !isOff) return null;
  return <Chip category="coral">{isOff ? eventStateFacts.cancelled.label : eventStateFacts[row.state].label}</Chip>;
}

function dateInWords(row: EventRow, today: Temporal.PlainDate): string {
  if (row.starts_at === null || row.ends_at === null || row.starts_on === null || row.last_on === null)
    return formatDate(Temporal.PlainDate.from(row.first_local.slice(0, 10)), { weekday: true });
  return whenInWords(
    {
      zone: row.zone,
      isAllDay: row.is_all_day ?? false,
      hasEnd: row.has_end ?? false,
      startsAt: Temporal.Instant.from(row.starts_at),
      endsAt: Temporal.Instant.from(row.ends_at),
      startsOn: Temporal.PlainDate.from(row.starts_on),
      lastOn: Temporal.PlainDate.from(row.last_on),
    },
    { today },
  );
}

/** The editor, the page that reads a proposal, where another module keeps it, or the public page. */
function hrefOf({ actor }: Exchange, row: EventRow): string {
  if (row.origin !== null) return mayRunAgenda(actor) ? row.origin_office_path : row.origin_path;
  if (row.status === 'proposed' && mayRunAgenda(actor)) return eventReviewPath(row.id);
  return mayRunAgenda(actor) || row.status !== 'published' ? officePaths.event(row.id) : eventPath(row.slug);
}
