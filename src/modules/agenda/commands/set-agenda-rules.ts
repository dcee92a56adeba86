import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { Role } from '#platform/context/context.ts';
import { accept, type Outcome } from '#platform/outcome/outcome.ts';
import { agendaChanged } from '../facts.ts';
import { mayRunAgenda, writers } from '../policy.ts';
import { agendaSettings } from '../tables.ts';

/** Roles that may be trusted to publish without anyone reading first. */
export const trustableRoles = writers.filter((role) => role !== 'employee') satisfies readonly Role[];

/** Says who publishes without validation, who may be announced, and which school holidays show. */
export const setAgendaRules = command({
  name: 'agenda.set-agenda-rules',
  input: z.object({
    trustedRoles: z.array(z.enum(writers)).transform((roles) => roles.filter((role) => role !== 'employee')),
    perimeterNote: z.string().trim().max(600, 'Cette phrase tient en 600 caractères.'),
    schoolZone: z.enum(['A', 'B', 'C']).nullable(),
  }),
  allow: mayRunAgenda,
  async run(work, rules): Promise<Outcome<null, never>> {
    const row = { ...rules, updatedAt: work.now() };
    await work.db.insert(agendaSettings).values(row).onConflictDoUpdate({ target: agendaSettings.hubId, set: row });
    work.publish(agendaChanged([]));
    work.record({ subjectKind: 'agenda', subjectId: null, summary: 'Réglages de l’agenda modifiés' });
    return accept(null);
  },
});
