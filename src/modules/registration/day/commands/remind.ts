import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { formatRelativeDay, plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { holdPool } from '../../commands/saving/held-registrations.ts';
import { tellEach } from '../../commands/saving/letters.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { registrations } from '../../tables.ts';
import { isToldBy, reminderDue } from '../domain/reminders-due.ts';
import { reminderMail } from '../emails/day-mails.ts';
import { registrationLetters } from '../tables.ts';

/** Reminds those of one queue of their date: each once for a delay, never of a date called off or begun. */
export const remind = (deps: RegistrationDependencies) =>
  command({
    name: 'registration.remind',
    input: z.object({ poolId: z.uuid() }),
    allow: (actor) => actor === null,
    async run(work, { poolId }) {
      const pool = await holdPool(work, poolId);
      const date = pool?.dates.dates[0];
      if (!pool || !date || pool.dates.isCancelled || !pool.dates.isPublic) return refuse('not_found');
      const due = reminderDue(date.startsAt, pool.offer.reminderHours, work.now());
      if (!due) return refuse('nothing_due');
      const rows = await work.db
        .select()
        .from(registrations)
        .where(and(eq(registrations.poolId, poolId), eq(registrations.state, 'confirmed')));
      const told = await work.db
        .select({ id: registrationLetters.registrationId })
        .from(registrationLetters)
        .where(
          and(
            eq(registrationLetters.occurrenceId, date.id),
            eq(registrationLetters.reminderHours, due.hours),
            inArray(
              registrationLetters.registrationId,
              rows.map((row) => row.id),
            ),
          ),
        );
      const known = new Set(told.map((letter) => letter.id));
      const fresh = rows.filter(
        (row) => !known.has(row.id) && isToldBy(due.hours, date.startsAt, row.stateAt) && row.forgottenAt === null,
      );
      if (fresh.length === 0) return refuse('nothing_due');
      await work.db
        .insert(registrationLetters)
        .values(
          fresh.flatMap((row) =>
            [due.hours, ...due.missed].map((reminderHours) => ({
              id: work.newId(),
              registrationId: row.id,
              occurrenceId: date.id,
              reminderHours,
              at: work.now(),
            })),
          ),
        )
        .onConflictDoNothing();
      const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
      const when = formatRelativeDay(date.startsAt, today, { zone: pool.dates.zone });
      await tellEach(work, deps, pool, fresh, (each) => reminderMail(each, when));
      work.record({
        subjectKind: 'event',
        subjectId: pool.offer.eventId,
        summary: `« ${pool.dates.title} » : ${plural(fresh.length, 'rappel envoyé', 'rappels envoyés')}`,
      });
      return accept({ count: fresh.length });
    },
  });
