import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { pollAudiences } from '../../domain/polls.ts';
import { mayRunAgenda } from '../../policy.ts';
import { agendaPollHosts, agendaPolls, agendaPollSlots } from '../../tables.ts';

/** What is written of a poll; times are local to its zone, the hub's. */
export const pollFields = z.object({
  title: z.string().trim().min(1, 'Donnez un titre.').max(200, 'Le titre tient en 200 caractères.'),
  words: z.string().trim().max(2000, 'Ce texte tient en 2 000 caractères.').default(''),
  slots: z
    .array(
      z.object({
        on: z.iso.date('Écrivez une date.'),
        at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez une heure, comme 18:30.'),
        minutes: z
          .int('Écrivez un nombre de minutes.')
          .min(5, 'Cinq minutes au moins.')
          .max(10_080, 'Une semaine au plus.'),
      }),
    )
    .min(1, 'Proposez au moins une date.')
    .max(20, 'Vingt dates au plus.'),
  hosts: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(160, 'Ce nom tient en 160 caractères.'),
        organizationId: z.uuid().nullable().default(null),
      }),
    )
    .max(12, 'Douze lieux au plus.')
    .default([]),
  shownTo: z.enum(pollAudiences).default('everyone'),
  asksHosts: z.boolean().default(false),
  closesOn: z.iso.date('Écrivez une date.').nullable().default(null),
});
export type PollFields = z.output<typeof pollFields>;

/** Adds a poll or changes one. Dates and hosts that stay keep what was answered of them. */
export const savePoll = command({
  name: 'agenda.save-poll',
  input: z.object({ id: z.uuid().nullable(), version: z.int().positive().nullable(), fields: pollFields }),
  allow: mayRunAgenda,
  async run(work, { id: known, version, fields }) {
    const { slots, hosts, closesOn, ...plain } = fields;
    const now = work.now();
    const values = { ...plain, closesOn: closesOn === null ? null : Temporal.PlainDate.from(closesOn), updatedAt: now };
    const id = known ?? work.newId();
    if (known === null) {
      const personId = work.actor?.personId ?? null;
      await work.db.insert(agendaPolls).values({ id, ...values, zone: work.zone, personId, createdAt: now });
    } else {
      const [stored] = await work.db.select().from(agendaPolls).where(eq(agendaPolls.id, id)).for('update');
      if (!stored || stored.trashedAt) return refuse('not_found');
      if (stored.closedAt) return refuse('poll_closed');
      if (stored.version !== version) return refuse('edited_meanwhile');
      await work.db
        .update(agendaPolls)
        .set({ ...values, version: stored.version + 1 })
        .where(eq(agendaPolls.id, id));
    }
    await writeSlots(work, id, slots);
    await writeHosts(work, id, hosts);
    work.record({
      subjectKind: 'poll',
      subjectId: id,
      summary: `Sondage « ${fields.title} » ${known === null ? 'ouvert' : 'modifié'}`,
    });
    return accept({ id });
  },
});

async function writeSlots(work: CommandContext, pollId: string, slots: PollFields['slots']): Promise<void> {
  const keyOf = (starts: Temporal.PlainDateTime, minutes: number): string => `${starts.toString()}/${minutes}`;
  const wanted = new Map(
    slots.map(({ on, at, minutes }) => {
      const startsLocal = Temporal.PlainDate.from(on).toPlainDateTime(at);
      return [keyOf(startsLocal, minutes), { startsLocal, minutes }] as const;
    }),
  );
  const present = await work.db.select().from(agendaPollSlots).where(eq(agendaPollSlots.pollId, pollId));
  const gone = present.filter(({ startsLocal, minutes }) => !wanted.delete(keyOf(startsLocal, minutes)));
  if (gone.length > 0)
    await work.db.delete(agendaPollSlots).where(
      inArray(
        agendaPollSlots.id,
        gone.map(({ id }) => id),
      ),
    );
  if (wanted.size > 0)
    await work.db
      .insert(agendaPollSlots)
      .values([...wanted.values()].map((slot) => ({ id: work.newId(), pollId, ...slot })));
}

async function writeHosts(work: CommandContext, pollId: string, hosts: PollFields['hosts']): Promise<void> {
  const present = await work.db.select().from(agendaPollHosts).where(eq(agendaPollHosts.pollId, pollId));
  const kept = new Set<string>();
  for (const [position, host] of hosts.entries()) {
    const same = present.find(({ id, name }) => name === host.name && !kept.has(id));
    if (same) {
      kept.add(same.id);
      await work.db
        .update(agendaPollHosts)
        .set({ position, organizationId: host.organizationId })
        .where(eq(agendaPollHosts.id, same.id));
    } else await work.db.insert(agendaPollHosts).values({ id: work.newId(), pollId, position, ...host });
  }
  const gone = present.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length > 0)
    await work.db
      .delete(agendaPollHosts)
      .where(and(eq(agendaPollHosts.pollId, pollId), inArray(agendaPollHosts.id, gone)));
}
