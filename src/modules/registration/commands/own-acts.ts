import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { organizationsByName } from '#modules/directory/index.ts';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { findMunicipality } from '#platform/geo/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { endRides } from '../day/commands/end-rides.ts';
import { answerText, readAnswers } from '../domain/answers.ts';
import { mayStillCancel } from '../domain/offer-times.ts';
import { isLiving } from '../domain/registration-states.ts';
import { seatGivenMail } from '../emails/seat-mails.ts';
import { registrationConfirmed } from '../facts.ts';
import type { RegistrationDependencies } from '../ports.ts';
import { registrations } from '../tables.ts';
import { phoneLine } from './booking-fields.ts';
import { cancelRows, heldBySecret } from './saving/held-registrations.ts';
import { tellEach } from './saving/letters.ts';
import { settleCharges } from './saving/settle-charge.ts';

const secret = z.string().max(100);
/** Whom it is about; empty is everyone that the link opens. */
const ids = z.array(z.uuid()).max(50).default([]);

/** Whoever holds a private link gives seats back; they go to those who wait. */
export const cancelOwn = (deps: RegistrationDependencies) =>
  command({
    name: 'registration.cancel-own',
    input: z.object({ secret, ids }),
    allow: () => true,
    async run(work, input) {
      const held = await heldBySecret(work, input.secret);
      if (!held) return refuse('not_found');
      if (!mayStillCancel(held.pool.offer, held.pool.dates, work.now())) return refuse('too_late');
      const rows = held.rows.filter(({ id }) => input.ids.length === 0 || input.ids.includes(id));
      const count = await cancelRows(work, deps, held.pool, rows, { reason: 'self', note: '' });
      if (count === 0) return refuse('nothing_to_cancel');
      work.record({
        subjectKind: 'registration',
        subjectId: held.booking.id,
        summary: `« ${held.pool.dates.title} » : ${plural(count, 'désistement')}`,
      });
      return accept({ count });
    },
  });

/** Says yes or no to the seats offered; without an answer they go to the next ones. */
export const answerSeatOffer = (deps: RegistrationDependencies) =>
  command({
    name: 'registration.answer-offer',
    input: z.object({ secret, ids, accepts: z.boolean() }),
    allow: () => true,
    async run(work, input) {
      const held = await heldBySecret(work, input.secret);
      if (!held) return refuse('not_found');
      const { pool } = held;
      const rows = held.rows.filter(
        ({ id, state }) => state === 'offered' && (input.ids.length === 0 || input.ids.includes(id)),
      );
      const [first] = rows;
      if (!first?.offeredUntil || Temporal.Instant.compare(first.offeredUntil, work.now()) <= 0)
        return refuse('no_offer');
      if (input.accepts) {
        const accepted = rows.map(({ id }) => id);
        await work.db
          .update(registrations)
          .set({ state: 'confirmed', offeredUntil: null, stateAt: work.now(), updatedAt: work.now() })
          .where(inArray(registrations.id, accepted));
        await settleCharges(work, deps, pool, [held.booking.id]);
        await tellEach(work, deps, pool, rows, (told) => seatGivenMail(told));
        work.publish(registrationConfirmed(pool.offer.eventId, accepted));
      } else await cancelRows(work, deps, pool, rows, { reason: 'self', note: '', isSilent: true, isDeclined: true });
      work.record({
        subjectKind: 'registration',
        subjectId: held.booking.id,
        summary: `« ${pool.dates.title} » : place proposée, ${input.accepts ? 'acceptée' : 'refusée'}`,
      });
      return accept({ count: rows.length });
    },
  });

/** Changes what one answered: nothing that seats are counted by. */
export const changeOwnAnswers = (deps: RegistrationDependencies) =>
  command({
    name: 'registration.change-own',
    input: z.object({
      secret,
      id: z.uuid(),
      phone: z.string().max(40).default(''),
      organization: z.string().trim().max(160, 'Ce nom tient en 160 caractères.').default(''),
      municipality: z.string().trim().max(120, 'Ce nom tient en 120 caractères.').default(''),
      answers: z.record(z.string().max(40), z.array(z.string().max(4000)).max(40)).default({}),
    }),
    allow: () => true,
    async run(work, input) {
      const held = await heldBySecret(work, input.secret);
      const row = held?.rows.find(({ id }) => id === input.id);
      if (!held || !row) return refuse('not_found');
      if (!isLiving(row.state)) return refuse('nothing_to_change');
      const phone = phoneLine.safeParse(input.phone);
      const read = readAnswers(held.pool.offer.questions, (key) => input.answers[key] ?? []);
      const errors = phone.success ? read.errors : { ...read.errors, phone: 'Écrivez un numéro de téléphone.' };
      if (Object.keys(errors).length > 0) return refuse('unclear_fields', { fields: errors });
      const place = input.municipality ? findMunicipality({ name: input.municipality }) : undefined;
      const [organization] = [...(await organizationsByName(work.db, [input.organization])).values()];
      await work.db
        .update(registrations)
        .set({
          phone: phone.data ?? '',
          organizationName: input.organization,
          organizationId: organization?.id ?? null,
          municipality: place?.municipality.name ?? input.municipality,
          municipalityInsee: place?.municipality.insee ?? null,
          answers: read.answers,
          version: row.version + 1,
          updatedAt: work.now(),
        })
        .where(eq(registrations.id, row.id));
      // Another way of coming is another agreement.
      if (answerText(read.answers['ride']) !== answerText(row.answers['ride'])) await endRides(work, deps, held, row);
      work.record({
        subjectKind: 'registration',
        subjectId: held.booking.id,
        summary: `« ${held.pool.dates.title} » : réponses changées par la personne inscrite`,
      });
      return accept(null);
    },
  });
