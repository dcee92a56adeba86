import { paperIdentity } from '#modules/hub/index.ts';
import { formatDate, formatNumber } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { sendPdf } from '#platform/pdf/index.ts';
import type { AgendaDependencies, Seats } from '../../ports.ts';
import { drawDaySheet } from '../../print/day-sheet.ts';
import { printedDate } from '../../print/printed-dates.ts';
import { listedOccurrences } from '../../queries/listed-occurrences.ts';
import { readEvent } from '../../queries/stored-event.ts';
import { todayOf } from '../public/read-agenda.ts';

const mostRows = 100;

/** `GET /gestion/agenda/feuille-du-jour.pdf?jour=`: what happens that day, with whom to call. */
export async function sendDaySheet(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { ctx, hub } = exchange;
  const day = dayOf(exchange.query('jour')) ?? todayOf(ctx);
  const dates = await listedOccurrences(ctx.db, { from: day, to: day }, { limit: mostRows });
  const [identity, seats, events] = await Promise.all([
    paperIdentity(ctx, { origin: hub.origin, files: deps.ports.files }),
    deps.registration.seats(
      ctx,
      dates.map(({ id }) => id),
    ),
    Promise.all([...new Set(dates.map(({ eventId }) => eventId))].map((id) => readEvent(ctx.db, id))),
  ]);
  const contacts = new Map(
    events.flatMap((event) =>
      event ? [[event.id, [event.fields.contactName, event.fields.contactPhone].filter(Boolean).join('\n')]] : [],
    ),
  );
  const title = formatDate(day, { weekday: true });
  const bytes = await drawDaySheet(
    {
      title,
      rows: dates.map((date) => {
        const { time, warning } = printedDate(date, day);
        return {
          time: time || 'Toute la journée',
          title: [warning && `${warning}\u00a0:`, date.title].filter(Boolean).join(' '),
          place: [date.venue?.name, date.venue?.city].filter(Boolean).join(', '),
          people: peopleIn(seats.get(date.id)),
          contact: contacts.get(date.eventId) ?? '',
        };
      }),
    },
    identity,
    ctx.clock.now(),
  );
  return sendPdf(bytes, `Feuille du ${day.toString()}`);
}

function peopleIn(seats: Seats | undefined): string {
  if (!seats || seats.capacity === null || seats.left === null) return '';
  return `${formatNumber(seats.capacity - seats.left)} sur ${formatNumber(seats.capacity)}`;
}

function dayOf(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}
