import { eventAt, occurrencesOf } from '#modules/agenda/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { robotTrapField } from '#ui/fields/robot-trap.tsx';
import { bookSeats } from '../../commands/book-seats.ts';
import type { Turns } from '../../commands/turns.ts';
import { paths } from '../../paths.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { seatsOf, type DateSeats } from '../../queries/seats-of.ts';
import { refusalText } from '../texts.ts';
import { personTyped } from '../typed-form.ts';
import { registerPage } from './register-page.tsx';

/** `GET /agenda/:slug/inscription`: the form, for the date asked or the next one. */
export async function showRegister(exchange: Exchange): Promise<Response> {
  const seats = await seatsAsked(exchange);
  if (!seats) return exchange.notFound();
  const name = exchange.actor?.name;
  return registerPage(exchange, seats, {
    people: 1,
    all: (field) => (field === 'p0-name' && name ? [name] : []),
    errors: {},
  });
}

/** `POST /agenda/:slug/inscription`: registers, or draws the form with one person more or less. */
export async function receiveRegister(
  exchange: Exchange,
  deps: RegistrationDependencies,
  inTurn: Turns,
): Promise<Response> {
  const form = await exchange.form();
  const seats = await seatsAsked(exchange);
  if (!seats) return exchange.notFound();
  const { offer, date } = seats;
  const count = Math.min(offer.mostPeople, Math.max(1, Math.trunc(Number(form.values['people'])) || 1));
  const all = (field: string) => form.all(field);
  const { act = '' } = form.values;
  if (act === 'ajouter')
    return registerPage(exchange, seats, { people: Math.min(offer.mostPeople, count + 1), all, errors: {} });
  if (act.startsWith('retirer-')) return registerPage(exchange, seats, without(Number(act.slice(8)), count, all));
  if (form.values[robotTrapField]) return exchange.redirect(`/agenda/${date.slug}`);
  const people = Array.from({ length: count }, (_, index) => personTyped(form, `p${index}-`, offer.questions));
  const [first, ...others] = people;
  const isAbsent = form.values['absent'] === 'oui' && others.length > 0 && first !== undefined;
  const wanted = {
    eventId: date.eventId,
    occurrenceId: offer.scope === 'whole' ? null : date.id,
    people: isAbsent ? others : people,
    booker: isAbsent ? { name: first.name, email: first.email, phone: first.phone } : null,
    promoCode: form.values['promoCode'] ?? '',
    paymentWay: form.values['paymentWay'] || (offer.paymentWays.length === 1 ? offer.paymentWays[0] : null),
  };
  const outcome = await inTurn(() => execute(exchange.ctx, bookSeats(deps), wanted, form.key ? { key: form.key } : {}));
  if (outcome.ok) {
    const secret = deps.links.secretOf('booking', exchange.hub.id, outcome.value.bookingId, 1);
    return exchange.redirect(`${paths.own(secret)}?merci=oui`);
  }
  if (outcome.reason === 'not_found') return exchange.notFound();
  const shift = isAbsent ? 1 : 0;
  const fields = Object.fromEntries(Object.entries(outcome.fields).map(([path, text]) => [fieldOf(path, shift), text]));
  const errors = Object.keys(fields).length > 0 ? fields : { '': refusalText(outcome.reason) };
  return registerPage(exchange, (await seatsAsked(exchange)) ?? seats, { people: count, all, errors }, 422);
}

/** `people.1.name` is the field `p1-name`. */
function fieldOf(path: string, shift: number): string {
  const [, index, name] = /^people\.(\d+)\.(\w[\w-]*)/.exec(path) ?? [];
  if (index !== undefined && name) return `p${Number(index) + shift}-${name}`;
  return path.startsWith('booker.') ? `p0-${path.slice(7)}` : path;
}

function without(gone: number, count: number, all: (field: string) => readonly string[]) {
  return {
    people: Math.max(1, count - 1),
    all: (field: string): readonly string[] => {
      const [, index, name] = /^p(\d+)-(.*)$/.exec(field) ?? [];
      return index !== undefined && name !== undefined && Number(index) >= gone
        ? all(`p${Number(index) + 1}-${name}`)
        : all(field);
    },
    errors: {},
  };
}

/** The seats of the public date that the address names; the next one when it names none. */
async function seatsAsked({ ctx, param, query }: Exchange): Promise<DateSeats | null> {
  const event = await eventAt(ctx.db, param('slug'));
  if (!event) return null;
  const dates = (await occurrencesOf(ctx.db, { eventIds: [event.id] })).filter(
    ({ isPublic, isLeftover }) => isPublic && !isLeftover,
  );
  const asked = query('date');
  const now = ctx.clock.now();
  const next = dates.find(({ startsAt, isCancelled }) => !isCancelled && Temporal.Instant.compare(startsAt, now) > 0);
  const date = asked
    ? dates.find(({ originalLocal }) => originalLocal.toString({ smallestUnit: 'minute' }) === asked.slice(0, 16))
    : (next ?? dates.at(-1));
  if (!date) return null;
  const seats = (await seatsOf(ctx, [date.id])).get(date.id);
  return seats?.offer.isOpen ? seats : null;
}
