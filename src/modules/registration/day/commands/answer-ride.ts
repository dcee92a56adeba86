import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { answerText } from '../../domain/answers.ts';
import { heldBySecret, type HeldRegistrations } from '../../commands/saving/held-registrations.ts';
import { tellEach } from '../../commands/saving/letters.ts';
import type { RegistrationRow } from '../../tables.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { registrations } from '../../tables.ts';
import { kilometresSaved } from '../domain/ride-matches.ts';
import { rideAgreedMail, rideAskedMail, rideEndedMail } from '../emails/day-mails.ts';
import { readDoor } from '../queries/door.ts';
import { lockRide, rideBoard } from '../queries/rides.ts';
import { registrationRides } from '../tables.ts';

/**
 * Someone registered, by her private link, asks another for a ride or answers. Phones are told to both only when both
 * said yes; the seats of a car are counted under the lock of the queue.
 */
export const answerRide = (deps: RegistrationDependencies) =>
  command({
    name: 'registration.answer-ride',
    input: z.object({
      secret: z.string().max(100),
      ownId: z.uuid(),
      otherId: z.uuid(),
      act: z.enum(['ask', 'accept', 'decline', 'withdraw']),
    }),
    allow: () => true,
    async run(work, { secret, ownId, otherId, act }) {
      const held = await heldBySecret(work, secret);
      const own = held?.rows.find((row) => row.id === ownId && row.state === 'confirmed');
      if (!held || !own) return refuse('not_found');
      const door = await readDoor(work, {
        eventId: held.pool.offer.eventId,
        occurrenceId: held.pool.dates.occurrenceId ?? undefined,
      });
      if (!door) return refuse('not_found');
      const board = await rideBoard(work.db, door);
      const isDriver = answerText(own.answers['ride']) === 'offer';
      const [driverId, passengerId] = isDriver ? [ownId, otherId] : [otherId, ownId];
      const other = board.people.get(otherId);
      const ride = await lockRide(work.db, driverId, passengerId);
      const isMatch = board.matches.some((one) => one.driverId === driverId && one.passengerId === passengerId);
      const said = (summary: string): void =>
        work.record({ subjectKind: 'registration', subjectId: ownId, summary: `Covoiturage : ${summary}` });

      if (act === 'ask') {
        if (!other || !isMatch) return refuse('not_a_match');
        if (ride?.state === 'asked') return refuse('already_asked');
        const askedByMe = ride && (ride.askedBy === 'driver') === isDriver;
        // Whoever said no is not asked again; she may ask herself.
        if (ride?.state === 'declined' && askedByMe) return refuse('not_a_match');
        // Asking, giving up and asking again fills nobody’s mailbox.
        const isTold = askedByMe && Temporal.Instant.compare(ride.askedAt, work.now().subtract({ hours: 24 })) > 0;
        const asked = { askedBy: isDriver ? 'driver' : 'passenger', state: 'asked', askedAt: work.now() } as const;
        if (ride)
          await work.db
            .update(registrationRides)
            .set({ ...asked, answeredAt: null, kilometres: null })
            .where(eq(registrationRides.id, ride.id));
        else
          await work.db
            .insert(registrationRides)
            .values({ id: work.newId(), eventId: held.pool.offer.eventId, driverId, passengerId, ...asked });
        const from = answerText(own.answers['rideFrom']) || own.municipality;
        if (!isTold)
          await tell(work, deps, held, [otherId], (told) =>
            rideAskedMail(told, { who: own.name, from, isOffer: isDriver }),
          );
        said(isDriver ? 'une place est proposée' : 'une place est demandée');
        return accept(null);
      }

      if (!ride || !other) return refuse('not_a_match');
      const isAskedOfMe = ride.state === 'asked' && (ride.askedBy === 'driver') !== isDriver;
      if (act === 'accept') {
        if (!isAskedOfMe) return refuse('not_a_match');
        if (!isMatch) return refuse('no_room');
        const passenger = board.passengers.find((one) => one.id === passengerId);
        await work.db
          .update(registrationRides)
          .set({
            state: 'agreed',
            answeredAt: work.now(),
            kilometres: kilometresSaved(passenger?.from ?? null, board.venue),
          })
          .where(eq(registrationRides.id, ride.id));
        await tell(work, deps, held, [otherId], (told) => rideAgreedMail(told, { name: own.name, phone: own.phone }));
        await tell(work, deps, held, [ownId], (told) => rideAgreedMail(told, { name: other.name, phone: other.phone }));
        said('c’est d’accord');
        return accept(null);
      }
      const mayEnd =
        act === 'decline' ? isAskedOfMe : ride.state === 'agreed' || (ride.state === 'asked' && !isAskedOfMe);
      if (!mayEnd) return refuse('not_a_match');
      await work.db
        .update(registrationRides)
        .set({ state: act === 'decline' ? 'declined' : 'withdrawn', answeredAt: work.now(), kilometres: null })
        .where(eq(registrationRides.id, ride.id));
      if (ride.state === 'agreed')
        await tell(work, deps, held, [otherId], (told) => rideEndedMail(told, { name: own.name }));
      said(act === 'decline' ? 'une place est refusée' : 'un accord est retiré');
      return accept(null);
    },
  });

async function tell(
  work: CommandContext,
  deps: RegistrationDependencies,
  { pool }: HeldRegistrations,
  ids: readonly string[],
  build: Parameters<typeof tellEach>[4],
): Promise<void> {
  const rows: RegistrationRow[] = await work.db
    .select()
    .from(registrations)
    .where(inArray(registrations.id, [...ids]));
  await tellEach(work, deps, pool, rows, build);
}
