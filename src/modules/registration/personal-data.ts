import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { ownRows } from '#modules/identity/index.ts';
import type { PersonalData } from '#platform/contributions/module.ts';
import { dayEntries, eraseDay } from './day/personal-data.ts';
import { saidAnswers } from './domain/said-answers.ts';
import { registrationBookings, registrationOffers, registrationPools, registrations } from './tables.ts';

const ownIn = (table: typeof registrations | typeof registrationBookings, personId: string): SQL =>
  ownRows(personId, { personId: sql`${table.personId}`, email: sql`${table.email}`, name: sql`${table.name}` });

const states = {
  confirmed: 'inscrit·e',
  waiting: 'sur liste d’attente',
  offered: 'place proposée',
  cancelled: 'inscription annulée',
  declined: 'place refusée',
};
const marks = { present: 'présent·e', absent: 'absent·e', excused: 'excusé·e' };

/** What is held of those who register, for themselves and for others. */
export const registrationPersonalData: PersonalData = {
  async export(ctx, personId) {
    const seats = await ctx.db
      .select({ seat: registrations, questions: registrationOffers.questions })
      .from(registrations)
      .leftJoin(registrationPools, eq(registrationPools.id, registrations.poolId))
      .leftJoin(registrationOffers, eq(registrationOffers.eventId, registrationPools.eventId))
      .where(and(ownIn(registrations, personId), isNull(registrations.forgottenAt)))
      .orderBy(asc(registrations.createdAt));
    const bookings = await ctx.db
      .select()
      .from(registrationBookings)
      .where(ownIn(registrationBookings, personId))
      .orderBy(asc(registrationBookings.createdAt));
    const entries = [
      ...seats.map(({ seat, questions }) => ({
        label: 'Inscription à un rendez-vous',
        value: [
          seat.name,
          seat.email,
          seat.phone,
          seat.organizationName,
          seat.municipality,
          seat.priceLabel,
          states[seat.state],
          seat.attendance && marks[seat.attendance],
          seat.stateNote,
          ...saidAnswers(questions ?? [], seat),
        ]
          .filter(Boolean)
          .join(', '),
        since: seat.createdAt,
      })),
      ...bookings.map((booking) => ({
        label: 'Inscription faite, pour vous ou pour d’autres',
        value: [booking.name, booking.email, booking.phone, booking.promoCode].filter(Boolean).join(', '),
        since: booking.createdAt,
        source: booking.channel === 'site' ? 'formulaire du site' : 'saisie par l’équipe',
      })),
      ...(await dayEntries(
        ctx.db,
        seats.map(({ seat }) => seat.id),
      )),
    ];
    return entries.length > 0 ? [{ title: 'Inscriptions', entries }] : [];
  },
  async erase(tx, personId) {
    const own = await tx.select({ id: registrations.id }).from(registrations).where(ownIn(registrations, personId));
    await eraseDay(
      tx,
      personId,
      own.map((seat) => seat.id),
    );
    await tx
      .update(registrations)
      .set({
        name: 'Personne effacée',
        nameKey: 'personne effacee',
        email: null,
        phone: '',
        personId: null,
        organizationName: '',
        organizationKey: '',
        organizationId: null,
        municipality: '',
        municipalityInsee: null,
        answers: {},
        stateNote: '',
        linkHash: null,
      })
      .where(ownIn(registrations, personId));
    await tx
      .update(registrationBookings)
      .set({ name: 'Personne effacée', email: null, phone: '', personId: null, linkHash: null })
      .where(ownIn(registrationBookings, personId));
    await tx
      .update(registrationBookings)
      .set({ typedBy: '', typedById: null })
      .where(eq(registrationBookings.typedById, personId));
    await tx
      .update(registrations)
      .set({ attendanceBy: '', attendanceById: null })
      .where(eq(registrations.attendanceById, personId));
    return [];
  },
};
