import { z } from 'zod';
import type { RegistrationDependencies } from '#modules/registration/index.ts';
import { command } from '#platform/command/command.ts';
import { executeWithin } from '#platform/command/execute.ts';
import { refuse } from '#platform/outcome/outcome.ts';
import { shifted } from '../domain/session-dates.ts';
import { mayRunTraining } from '../policy.ts';
import { readSession } from '../queries/stored-session.ts';
import { saveSession } from './save-session.ts';

/** Prepares the same session from another first day: same hours, places and trainers, nobody enrolled. */
export const copySession = (registrations: RegistrationDependencies) =>
  command({
    name: 'training.copy-session',
    input: z.object({
      id: z.uuid(),
      firstDay: z.iso.date('Choisissez le premier jour.').transform((text) => Temporal.PlainDate.from(text)),
    }),
    allow: mayRunTraining,
    async run(work, { id, firstDay }) {
      const session = await readSession(work.db, id);
      if (!session || session.trashedAt) return refuse('not_found');
      const first = session.halfDays[0]?.heldOn;
      const decideOn =
        first && session.decideOn ? firstDay.subtract({ days: session.decideOn.until(first).days }) : null;
      const {
        attendance,
        venueId,
        placeNote,
        onlineLink,
        minTrainees,
        maxTrainees,
        funder,
        partners,
        isPrivate,
        note,
      } = session;
      return executeWithin(work, saveSession(registrations), {
        id: null,
        version: null,
        courseId: session.courseId,
        fields: {
          attendance,
          venueId,
          placeNote,
          onlineLink,
          minTrainees,
          maxTrainees,
          funder,
          partners,
          isPrivate,
          note,
          decideOn: decideOn?.toString() ?? null,
          halfDays: shifted(session.halfDays, firstDay).map(({ heldOn, startsAt, endsAt, place, topic, trainers }) => ({
            heldOn: heldOn.toString(),
            startsAt,
            endsAt,
            place,
            topic,
            trainers,
          })),
        },
      });
    },
  });
