import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { openPictures } from '#platform/pictures/open-pictures.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { openFiles } from '#platform/stored-files/index.ts';
import { agendaChanged } from '../../facts.ts';
import { mayRunAgenda } from '../../policy.ts';
import { occurrencesOf } from '../../queries/occurrences-of.ts';
import { agendaOutcomes } from '../../tables.ts';

const text = (longest: number, told: string) =>
  z.string().trim().max(longest, `Ce texte tient en ${told} caractères.`).default('');

/** What is told of a past date; what is left out is empty. */
export const outcomeFields = z.object({
  words: text(5000, '5 000'),
  attended: z
    .int('Écrivez un nombre entier.')
    .min(0, 'Écrivez un nombre entier.')
    .max(100_000, 'Ce nombre est trop grand.')
    .nullable()
    .default(null),
  decisions: text(3000, '3 000'),
  nextSteps: text(3000, '3 000'),
  thanks: text(1000, '1 000'),
  figures: z
    .array(
      z.object({
        value: z.string().trim().min(1, 'Écrivez le nombre.').max(30, 'Ce nombre tient en 30 caractères.'),
        label: z.string().trim().min(1, 'Dites ce que c’est.').max(80, 'Ce libellé tient en 80 caractères.'),
      }),
    )
    .max(6)
    .default([]),
  photos: z.array(z.uuid()).max(12, 'Douze photos au plus.').default([]),
  files: z.array(z.uuid()).max(8, 'Huit documents au plus.').default([]),
});
export type OutcomeFields = z.output<typeof outcomeFields>;

/** Tells what came out of a past date. Refuses `edited_meanwhile` when someone told it since the version given. */
export const saveOutcome = command({
  name: 'agenda.save-outcome',
  input: z.object({
    occurrenceId: z.uuid(),
    /** 0 for one that nobody wrote yet. */
    version: z.int().min(0),
    fields: outcomeFields,
  }),
  allow: mayRunAgenda,
  async run(work, { occurrenceId, version, fields }) {
    const [date] = await occurrencesOf(work.db, { occurrenceIds: [occurrenceId] });
    if (!date || date.isLeftover) return refuse('not_found');
    if (Temporal.Instant.compare(date.startsAt, work.now()) > 0) return refuse('not_over');
    const [stored] = await work.db
      .select()
      .from(agendaOutcomes)
      .where(eq(agendaOutcomes.occurrenceId, occurrenceId))
      .for('update');
    if ((stored?.version ?? 0) !== version) return refuse('edited_meanwhile');
    const values = { ...fields, isDismissed: false, updatedAt: work.now() };
    if (stored) {
      await work.db
        .update(agendaOutcomes)
        .set({ ...values, version: version + 1 })
        .where(eq(agendaOutcomes.id, stored.id));
    } else {
      const added = await work.db
        .insert(agendaOutcomes)
        .values({
          ...values,
          id: work.newId(),
          occurrenceId,
          eventId: date.eventId,
          personId: work.actor?.personId ?? null,
          createdAt: work.now(),
        })
        .onConflictDoNothing()
        .returning({ id: agendaOutcomes.id });
      if (added.length === 0) return refuse('edited_meanwhile');
    }
    if (date.isPublic) {
      await openPictures(work.db, fields.photos);
      await openFiles(work.db, fields.files);
      work.publish(agendaChanged([date.eventId]));
    }
    work.record({
      subjectKind: 'event',
      subjectId: date.eventId,
      summary: `« ${date.title} » : ce qu’il en est sorti, raconté`,
    });
    return accept({ eventId: date.eventId, slug: date.slug, version: version + 1 });
  },
});

/** Says that there is nothing to tell of these dates: they are not asked about again. */
export const dismissOutcomes = command({
  name: 'agenda.dismiss-outcomes',
  input: z.object({ occurrenceIds: z.array(z.uuid()).min(1).max(200) }),
  allow: mayRunAgenda,
  async run(work, { occurrenceIds }) {
    const dates = await occurrencesOf(work.db, { occurrenceIds });
    if (dates.length === 0) return refuse('not_found');
    const now = work.now();
    for (const date of dates) {
      await work.db
        .insert(agendaOutcomes)
        .values({
          id: work.newId(),
          occurrenceId: date.id,
          eventId: date.eventId,
          isDismissed: true,
          personId: work.actor?.personId ?? null,
          createdAt: now,
          updatedAt: now,
        })
        .onConflictDoNothing();
      work.record({ subjectKind: 'event', subjectId: date.eventId, summary: `« ${date.title} » : rien à raconter` });
    }
    return accept({ count: dates.length });
  },
});
