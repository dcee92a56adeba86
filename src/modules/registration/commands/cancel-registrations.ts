import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepRegistrations } from '../policy.ts';
import type { RegistrationDependencies } from '../ports.ts';
import { cancelRows, heldByIds } from './saving/held-registrations.ts';

export const registrationIds = z.array(z.uuid()).min(1, 'Cochez au moins une personne.').max(1000);

/** Cancels registrations in the transaction at hand, for another module whose command checked the rights. */
export async function cancelRegistration(
  work: CommandContext,
  deps: RegistrationDependencies,
  { eventId, ids, note, isSilent }: { eventId: string; ids: readonly string[]; note: string; isSilent?: boolean },
): Promise<number> {
  let count = 0;
  for (const { pool, rows } of await heldByIds(work, eventId, ids))
    count += await cancelRows(work, deps, pool, rows, { reason: 'staff', note, isSilent: isSilent ?? false });
  return count;
}

/** The team cancels some registrations; each is told, with the reason if one was written. */
export const cancelRegistrations = (deps: RegistrationDependencies) =>
  command({
    name: 'registration.cancel',
    input: z.object({
      eventId: z.uuid(),
      ids: registrationIds,
      note: z.string().trim().max(280, 'La raison tient en 280 caractères.').default(''),
      isSilent: z.boolean().default(false),
    }),
    allow: mayKeepRegistrations,
    async run(work, input) {
      const count = await cancelRegistration(work, deps, input);
      if (count === 0) return refuse('nothing_to_cancel');
      work.record({
        subjectKind: 'event',
        subjectId: input.eventId,
        summary: `${plural(count, 'inscription annulée', 'inscriptions annulées')} par l’équipe`,
        details: { ids: input.ids, note: input.note },
      });
      return accept({ count });
    },
  });
