import type { JSX } from 'preact';
import { capitalised, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { Chip } from '#ui/components/chip.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ruleInFrench } from '../../../domain/rule-in-french.ts';
import { whenInWords } from '../../../domain/when-in-words.ts';
import { outcomeOffice } from '../../../outcome-paths.ts';
import { officePaths } from '../../../paths.ts';
import { mayRunAgenda } from '../../../policy.ts';
import type { AgendaDependencies } from '../../../ports.ts';
import { occurrencesOf, type EventOccurrence } from '../../../queries/occurrences-of.ts';
import { venueChoices } from '../../../queries/office/venue-choices.ts';
import { eventHeader } from '../editor/event-header.tsx';
import { EventTabs } from '../event-tabs.tsx';
import { editedEvent } from '../editor/editor-page.tsx';

const [mostComing, mostPast, most] = [26, 10, 800];

/** `GET /gestion/agenda/:id/dates`: every date of an event, those to come first. */
export async function showDates(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const stored = await editedEvent(exchange);
  if (!stored) return exchange.notFound();
  if (stored.origin) return exchange.redirect(stored.origin.officePath);
  const { ctx } = exchange;
  const all = await occurrencesOf(ctx.db, { eventIds: [stored.id] });
  const seats = await deps.registration.seats(
    ctx,
    all.map(({ id }) => id),
  );
  const venues = new Map((await venueChoices(ctx.db, { publicOnly: false })).map((venue) => [venue.id, venue.name]));
  const now = ctx.clock.now();
  const isOver = ({ endsAt }: EventOccurrence) => Temporal.Instant.compare(endsAt, now) < 0;
  const isWhole = exchange.query('toutes') === 'oui';
  const coming = all.filter((date) => !isOver(date)).slice(0, isWhole ? most : mostComing);
  const past = all
    .filter(isOver)
    .toReversed()
    .slice(0, isWhole ? most : mostPast);
  const rows = [...coming, ...past];
  const today = now.toZonedDateTimeISO(ctx.zone).toPlainDate();
  const runs = mayRunAgenda(exchange.actor);
  const isTold = (date: EventOccurrence) => date.isPublic && !date.isCancelled && !date.isLeftover && isOver(date);
  const { rule } = stored.fields;
  const seatsOf = (date: EventOccurrence): string => {
    const known = seats.get(date.id);
    if (!known) return '';
    return known.capacity === null || known.left === null
      ? 'ouvertes'
      : `${known.capacity - known.left} sur ${known.capacity}`;
  };
  return exchange.page({
    title: `Les dates de « ${stored.fields.title} »`,
    layout: 'office',
    section: officePaths.list,
    ...eventHeader(exchange, stored, { isSplit: true }),
    content: (
      <>
        <EventTabs actor={exchange.actor} event={stored} current="dates" />
        {rule !== null && <p class="lead">{capitalised(ruleInFrench(rule, all[0]?.originalLocal ?? today))}.</p>}
        <p>
          <a href={officePaths.event(stored.id)}>Changer toutes les dates à venir d’un coup</a>
          {rows.length < all.length && (
            <>
              {' · '}
              <a href={`${officePaths.dates(stored.id)}?toutes=oui`}>Voir toutes les dates</a>
            </>
          )}
        </p>
        <DataTable
          id="dates"
          caption={plural(all.filter(({ isLeftover }) => !isLeftover).length, 'date')}
          rows={rows}
          rowId={(date) => date.id}
          rowName={(date) => whenInWords(date, { today })}
          columns={[
            {
              key: 'when',
              label: 'Quand',
              cell: (date) => (
                <>
                  {date.isLeftover ? (
                    whenInWords(date, { today })
                  ) : (
                    <a href={officePaths.date(stored.id, date.id)}>{whenInWords(date, { today })}</a>
                  )}{' '}
                  <State date={date} />
                  {date.title !== stored.fields.title && <span class="row-facts">{date.title}</span>}
                  {date.note && <span class="row-facts">{date.note}</span>}
                </>
              ),
            },
            { key: 'where', label: 'Où', cell: (date) => (date.venueId && venues.get(date.venueId)) ?? '' },
            {
              key: 'seats',
              label: 'Inscriptions',
              cell: (date) =>
                runs && seatsOf(date) ? (
                  <a href={`${deps.registration.officePath(stored.id)}?date=${date.id}`}>{seatsOf(date)}</a>
                ) : (
                  seatsOf(date)
                ),
            },
            ...(runs && past.some(isTold)
              ? [
                  {
                    key: 'outcome',
                    label: 'Suite',
                    cell: (date: EventOccurrence) =>
                      isTold(date) && <a href={outcomeOffice.outcome(date.id)}>Ce qui en est sorti</a>,
                  },
                ]
              : []),
          ]}
          empty={<EmptyState title="Aucune date dans les deux ans qui viennent" />}
        />
      </>
    ),
  });
}

function State({ date }: { readonly date: EventOccurrence }): JSX.Element | null {
  if (date.isLeftover) return <Chip>n’a plus lieu</Chip>;
  if (date.isCancelled) return <Chip category="coral">annulée</Chip>;
  return date.isMoved ? <Chip>déplacée</Chip> : null;
}
