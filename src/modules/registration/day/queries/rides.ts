import { and, eq, inArray, or } from 'drizzle-orm';
import { venues } from '#modules/agenda/tables.ts';
import type { Reader } from '#platform/db/database.ts';
import { findMunicipality, municipalityCentre, type Point } from '#platform/geo/index.ts';
import { answerText } from '../../domain/answers.ts';
import { registrantsOf, type Registrant } from '../../queries/registrants-of.ts';
import { hourTyped, rideMatches, type Driver, type RideMatch, type Rider } from '../domain/ride-matches.ts';
import { registrationRides } from '../tables.ts';
import type { Door } from './door.ts';

export type Ride = typeof registrationRides.$inferSelect;

/** Who offers seats, who looks for one, who suits whom, and what was agreed, for one date. */
export interface RideBoard {
  readonly people: ReadonlyMap<string, Registrant>;
  readonly drivers: readonly Driver[];
  readonly passengers: readonly Rider[];
  readonly matches: readonly RideMatch[];
  readonly rides: readonly Ride[];
  readonly venue: Point | null;
}

export async function rideBoard(db: Reader, { date }: Door): Promise<RideBoard> {
  const registrants = await registrantsOf(db, { eventId: date.eventId, occurrenceId: date.id, states: ['confirmed'] });
  const people = new Map(registrants.map((one) => [one.id, one]));
  const ids = [...people.keys()];
  const rides =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(registrationRides)
          .where(and(inArray(registrationRides.driverId, ids), inArray(registrationRides.passengerId, ids)));
  const venue = await venuePoint(db, date.venueId);
  const riding = (kind: 'offer' | 'want'): Registrant[] =>
    registrants.filter((one) => answerText(one.answers['ride']) === kind);
  const agreed = rides.filter((ride) => ride.state === 'agreed');
  const drivers = riding('offer').map((one) => ({
    ...riderOf(one),
    seats: Number(answerText(one.answers['rideSeats']) || 1) - agreed.filter((ride) => ride.driverId === one.id).length,
  }));
  const passengers = riding('want').map(riderOf);
  const looking = passengers.filter((one) => !agreed.some((ride) => ride.passengerId === one.id));
  return { people, drivers, passengers, matches: rideMatches(drivers, looking, venue), rides, venue };
}

/** Where someone leaves from: what she wrote for the ride, else the municipality she gave. */
function riderOf({ id, answers, municipalityInsee }: Registrant): Rider {
  const typed = answerText(answers['rideFrom']);
  const found = typed ? findMunicipality({ name: typed })?.municipality.insee : undefined;
  const insee = found ?? municipalityInsee;
  return {
    id,
    from: (insee ? municipalityCentre(insee) : undefined) ?? null,
    leavesAt: hourTyped(answerText(answers['rideAt'])),
  };
}

async function venuePoint(db: Reader, venueId: string | null): Promise<Point | null> {
  if (venueId === null) return null;
  const [venue] = await db.select({ lon: venues.lon, lat: venues.lat }).from(venues).where(eq(venues.id, venueId));
  return venue?.lon != null && venue.lat != null ? { longitude: venue.lon, latitude: venue.lat } : null;
}

/** The ride between two persons, whatever became of it, held until the end of the act. */
export async function lockRide(db: Reader, driverId: string, passengerId: string): Promise<Ride | null> {
  const [ride] = await db
    .select()
    .from(registrationRides)
    .where(and(eq(registrationRides.driverId, driverId), eq(registrationRides.passengerId, passengerId)))
    .for('update');
  return ride ?? null;
}

/** Kilometres that agreed rides spared, there and back, over the whole hub. */
export async function kilometresSpared(db: Reader): Promise<number> {
  const rides = await db
    .select({ kilometres: registrationRides.kilometres })
    .from(registrationRides)
    .where(eq(registrationRides.state, 'agreed'));
  return rides.reduce((total, ride) => total + (ride.kilometres ?? 0), 0);
}

/** Every ride of some registrations, for those who ask what is held of them. */
export async function ridesOf(db: Reader, ids: readonly string[]): Promise<Ride[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(registrationRides)
    .where(or(inArray(registrationRides.driverId, [...ids]), inArray(registrationRides.passengerId, [...ids])));
}
