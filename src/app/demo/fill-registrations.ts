import { occurrencesOf } from '#modules/agenda/index.ts';
import { employees } from '#modules/identity/index.ts';
import {
  bookSeats,
  offerOf,
  registerByStaff,
  saveOffer,
  type RegistrationDependencies,
} from '#modules/registration/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Actor, Context } from '#platform/context/context.ts';
import { slugify, typography } from '#platform/french/index.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { demoOffers, demoRegistrants, type DemoOffer } from './demo-registrations.ts';

/** Lets people register to the events of the demonstration, past and coming. `events`: ids by title. */
export async function fillRegistrations(
  ctx: Context,
  deps: RegistrationDependencies,
  events: ReadonlyMap<string, string>,
): Promise<void> {
  const [first] = await employees(ctx.db);
  if (!first) return;
  const camille: Actor = {
    personId: first.personId,
    accountId: first.personId,
    name: first.name,
    roles: new Set(['employee']),
  };
  for (const offer of demoOffers) {
    const eventId = events.get(offer.event);
    // There already: an earlier filling was interrupted after this one.
    if (!eventId || (await offerOf(ctx.db, eventId))) continue;
    await fillOne({ ...ctx, actor: camille }, deps, offer, eventId);
  }
}

async function fillOne(
  team: Context,
  deps: RegistrationDependencies,
  { event: _title, offer, count, from = 0, byPhone = [], prices = [], workshops = [], answers = [] }: DemoOffer,
  eventId: string,
): Promise<void> {
  const now = team.clock.now();
  const dates = await occurrencesOf(team.db, { eventIds: [eventId] });
  const isComing = (at: Temporal.Instant) => Temporal.Instant.compare(at, now) > 0;
  const date = dates.find(({ startsAt, isCancelled }) => !isCancelled && isComing(startsAt)) ?? dates.at(-1);
  if (!date) return;
  // People register in the three weeks before the date; for one to come, in those before today.
  const until = isComing(date.startsAt) ? now : date.startsAt.subtract({ hours: 30 });
  const at = (hoursBefore: number): Context => {
    const moment = until.subtract({ minutes: Math.round(hoursBefore * 60) });
    return { ...team, clock: { now: () => moment } };
  };
  const fields = {
    isOpen: true,
    ...offer,
    conditions: typography(offer.conditions ?? ''),
    confirmationNote: typography(offer.confirmationNote ?? ''),
  };
  unwrap(await execute(at(22 * 24), saveOffer(deps), { eventId, version: 0, fields }));
  const where = { eventId, occurrenceId: date.id };
  for (let index = 0; index < count; index += 1) {
    const [name, organization, municipality] = demoRegistrants[(from + index) % demoRegistrants.length] ?? ['', '', ''];
    const person = {
      name,
      organization: organization || 'Un projet en création',
      municipality,
      email: `${slugify(name)}@courrier.example`,
      phone: index % 3 === 0 ? `06 39 98 ${String(10 + index)} ${String(40 + index)}` : '',
      workshops: [...(workshops[index % Math.max(1, workshops.length)] ?? [])],
      priceKey: prices[index % Math.max(1, prices.length)] ?? '',
      answers: answers[index % Math.max(1, answers.length)] ?? {},
    };
    const visitor = { ...at((20 * 24 * (count - index)) / count), actor: null };
    unwrap(await execute(visitor, bookSeats(deps), { ...where, people: [person] }));
  }
  for (const name of byPhone)
    unwrap(await execute(at(3), registerByStaff(deps), { ...where, people: [{ name, phone: '02 61 91 20 31' }] }));
}
