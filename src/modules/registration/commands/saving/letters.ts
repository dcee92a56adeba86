import { and, count, eq, gt, inArray } from 'drizzle-orm';
import { eventPath } from '#modules/agenda/index.ts';
import { readHubSettings } from '#modules/hub/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { formatDateTime } from '#platform/french/index.ts';
import { sendMail, type OutgoingMail } from '#platform/mail/send-mail.ts';
import { cancelledMail, dateChangedMail, owedBackMail, type DateChange } from '../../emails/cancellation-mails.ts';
import { offerExpiredMail, seatOfferedMail, unpaidMail } from '../../emails/seat-mails.ts';
import type { ToldEvent } from '../../emails/told-event.ts';
import { paths } from '../../paths.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import type { RegisteredDates } from '../../queries/registered-date.ts';
import type { StoredOffer } from '../../queries/stored-offer.ts';
import { calendarOf, toldDates } from '../../queries/told-dates.ts';
import { registrationBookings, registrations, type BookingRow, type RegistrationRow } from '../../tables.ts';
import type { OwedBack } from './settle-charge.ts';

/** What letters of one event say, read once an act. */
export interface Letterhead extends ToldEvent {
  readonly origin: string;
  readonly eventHref: string;
}

export async function letterheadOf(
  work: CommandContext,
  { links }: RegistrationDependencies,
  { offer, dates }: { offer: StoredOffer; dates: RegisteredDates },
): Promise<Letterhead> {
  const hub = await readHubSettings(work.db, work.hubId);
  const origin = await links.originOf(work.hubId);
  const told = await toldDates(work, dates);
  const calendar = await calendarOf(work.db, dates, { origin, name: hub?.name ?? '' });
  return {
    hub: { name: hub?.name ?? '', email: hub?.email ?? null, phone: hub?.phone ?? null },
    ...told,
    note: offer.confirmationNote,
    attachments: calendar ? [calendar] : [],
    origin,
    eventHref: `${origin}${eventPath(dates.slug)}`,
  };
}

/** The private address of a person: her own link when she has a mail of her own, else that of who registered her. */
export function ownHref(
  { hubId }: { hubId: string },
  { links }: RegistrationDependencies,
  origin: string,
  of: { booking: BookingRow } | { registration: RegistrationRow },
): string {
  const [kind, row] =
    'booking' in of ? (['booking', of.booking] as const) : (['registration', of.registration] as const);
  return `${origin}${paths.own(links.secretOf(kind, hubId, row.id, row.linkTurn))}`;
}

// Anyone may type anyone’s address: one mailbox hears of so many registrations a day, no more.
const mostADay = 20;

/** Whether letters may still go to this address: it did not already hear of too many registrations today. */
export async function mayWriteTo(work: CommandContext, email: string): Promise<boolean> {
  const since = work.now().subtract({ hours: 24 });
  const [today] = await work.db
    .select({ value: count() })
    .from(registrations)
    .where(and(eq(registrations.email, email), gt(registrations.createdAt, since)));
  return (today?.value ?? 0) <= mostADay;
}

type HeldPool = { offer: StoredOffer; dates: RegisteredDates };
type Build = (
  told: { event: Letterhead; to: string; name: string; href: string; payer: string | null },
  whose: string,
  rows: readonly RegistrationRow[],
) => OutgoingMail;

/** One letter a mailbox: each to her own, the others’ to who registered them. */
async function tellEach(
  work: CommandContext,
  deps: RegistrationDependencies,
  pool: HeldPool,
  rows: readonly RegistrationRow[],
  build: Build,
  { toEvent = false } = {},
): Promise<void> {
  if (rows.length === 0) return;
  const event = await letterheadOf(work, deps, pool);
  const bookingIds = [...new Set(rows.map(({ bookingId }) => bookingId))];
  const bookings = await work.db
    .select()
    .from(registrationBookings)
    .where(inArray(registrationBookings.id, bookingIds));
  for (const booking of bookings) {
    const own = rows.filter(({ bookingId }) => bookingId === booking.id);
    for (const [email, group] of Map.groupBy(own, (row) => row.email ?? booking.email ?? '')) {
      const [first] = group;
      if (email === '' || !first) continue;
      const isBooker = email === booking.email;
      const href = toEvent
        ? event.eventHref
        : ownHref(work, deps, event.origin, isBooker ? { booking } : { registration: first });
      const name = isBooker ? booking.name : first.name;
      const whose = group.length > 1 ? 'votre tour, pour tout le groupe' : whoseTurn(first, name);
      await sendMail(work, build({ event, to: email, name, href, payer: booking.email }, whose, group));
    }
  }
}

const whoseTurn = (row: RegistrationRow, name: string): string =>
  row.name === name ? 'votre tour' : `le tour de ${row.name}`;

export async function tellOffered(
  work: CommandContext,
  deps: RegistrationDependencies,
  pool: HeldPool,
  { ids, until }: { ids: readonly string[]; until: Temporal.Instant },
): Promise<void> {
  const rows = await work.db
    .select()
    .from(registrations)
    .where(inArray(registrations.id, [...ids]));
  const moment = formatDateTime(until, { zone: pool.dates.zone });
  await tellEach(work, deps, pool, rows, (told, whose) => seatOfferedMail(told, moment, whose));
}

export async function tellExpired(
  work: CommandContext,
  deps: RegistrationDependencies,
  pool: HeldPool,
  rows: readonly RegistrationRow[],
): Promise<void> {
  await tellEach(work, deps, pool, rows, (told) => offerExpiredMail(told), { toEvent: true });
}

export async function tellUnpaid(
  work: CommandContext,
  deps: RegistrationDependencies,
  pool: HeldPool,
  rows: readonly RegistrationRow[],
): Promise<void> {
  await tellEach(work, deps, pool, rows, (told) => unpaidMail(told), { toEvent: true });
}

export async function tellCancelled(
  work: CommandContext,
  deps: RegistrationDependencies,
  pool: HeldPool,
  rows: readonly RegistrationRow[],
  { by, note, back }: { by: 'self' | 'staff'; note: string; back: OwedBack },
): Promise<void> {
  const build: Build = (told, _whose, group) => cancelledMail(told, { by, note, back: backTo(told, group, back) });
  await tellEach(work, deps, pool, rows, build, { toEvent: true });
  await tellOtherPayers(work, deps, pool, rows, back);
}

/** After a date was called off or changed: what is given back is said to whoever paid. */
export async function tellDateChanged(
  work: CommandContext,
  deps: RegistrationDependencies,
  pool: HeldPool,
  rows: readonly RegistrationRow[],
  { change, note, back }: { change: DateChange; note: string; back: OwedBack },
): Promise<void> {
  const build: Build = (told, _whose, group) =>
    dateChangedMail(told, { change, note, back: backTo(told, group, back) });
  await tellEach(work, deps, pool, rows, build);
  await tellOtherPayers(work, deps, pool, rows, back);
}

/** What is given back to this mailbox: only whoever paid reads of it. */
function backTo({ to, payer }: Parameters<Build>[0], [first]: readonly RegistrationRow[], back: OwedBack): number {
  return first && to === payer ? (back.get(first.bookingId) ?? 0) : 0;
}

/** Who paid for others, each written to at her own address, hears of the money. */
async function tellOtherPayers(
  work: CommandContext,
  deps: RegistrationDependencies,
  pool: HeldPool,
  rows: readonly RegistrationRow[],
  back: OwedBack,
): Promise<void> {
  if (back.size === 0) return;
  const event = await letterheadOf(work, deps, pool);
  const bookings = await work.db
    .select()
    .from(registrationBookings)
    .where(inArray(registrationBookings.id, [...back.keys()]));
  for (const booking of bookings) {
    const own = rows.filter(({ bookingId }) => bookingId === booking.id);
    const { email, name } = booking;
    if (!email || own.length === 0 || own.some((row) => (row.email ?? email) === email)) continue;
    const href = ownHref(work, deps, event.origin, { booking });
    const names = own.map((row) => row.name);
    await sendMail(work, owedBackMail({ event, to: email, name, href }, { back: back.get(booking.id) ?? 0, names }));
  }
}

export { tellEach };
