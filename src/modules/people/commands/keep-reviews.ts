import { inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { isForeseen } from '../domain/retention.ts';
import { mayKeepRelations } from '../policy.ts';
import { livingPeople } from '../queries/known-subjects.ts';
import { retentionReviews } from '../tables.ts';
import { dayField, todayIn } from './saving/subject-fields.ts';

const instant = z.custom<Temporal.Instant>((value) => value instanceof Temporal.Instant);

/** Keeps when people were last heard of; those whose three years end soon come on the list, from the first time told. */
export const keepReviews = command({
  name: 'people.keep-reviews',
  input: z.object({
    reviews: z
      .array(z.object({ personId: z.uuid(), lastContactAt: instant, lastContactKind: z.string().max(120) }))
      .max(500),
    /** Those who may not go: members, and whoever has a role in a structure that is. */
    members: z.array(z.uuid()).default([]),
  }),
  allow: (actor) => actor === null || mayKeepRelations(actor),
  async run(work, { reviews, members }) {
    const today = todayIn(work);
    for (const review of reviews) {
      const lastContact = review.lastContactAt.toZonedDateTimeISO(work.zone).toPlainDate();
      const isListed = !members.includes(review.personId) && isForeseen(lastContact, today);
      await work.db
        .insert(retentionReviews)
        .values({ ...review, reviewedAt: work.now(), listedAt: isListed ? work.now() : null })
        .onConflictDoUpdate({
          target: [retentionReviews.hubId, retentionReviews.personId],
          set: {
            lastContactAt: review.lastContactAt,
            lastContactKind: review.lastContactKind,
            reviewedAt: work.now(),
            listedAt: isListed ? sql`coalesce(${retentionReviews.listedAt}, excluded.listed_at)` : null,
          },
        });
    }
    work.record({
      subjectKind: 'person',
      subjectId: null,
      summary: `Durées de conservation relues : ${plural(reviews.length, 'personne')}`,
    });
    return accept(null);
  },
});

/** Keeps people longer than three years without contact, for a reason that the register can show. */
export const keepLonger = command({
  name: 'people.keep-longer',
  input: z.object({
    personIds: z.array(z.uuid()).min(1, 'Choisissez au moins une personne.').max(2000),
    reason: z
      .string()
      .trim()
      .min(3, 'Dites pourquoi, en quelques mots.')
      .max(300, 'C’est trop long : 300 caractères au plus.'),
    until: dayField,
  }),
  allow: mayKeepRelations,
  async run(work, { personIds, reason, until }) {
    const today = todayIn(work);
    const kept = until ?? today.add({ years: 1 });
    if (Temporal.PlainDate.compare(kept, today) <= 0 || Temporal.PlainDate.compare(kept, today.add({ years: 3 })) > 0)
      return refuse('invalid', { fields: { until: 'Choisissez un jour dans les trois ans qui viennent.' } });
    const known = await livingPeople(work.db, personIds);
    if (known.size === 0) return refuse('not_found');
    const { rowCount } = await work.db
      .update(retentionReviews)
      .set({ keptUntil: kept, keptReason: reason, keptBy: work.actor?.personId ?? null, listedAt: null })
      .where(inArray(retentionReviews.personId, [...known.keys()]));
    work.record({
      subjectKind: 'person',
      subjectId: known.size === 1 ? ([...known.keys()][0] ?? null) : null,
      summary: `${plural(rowCount ?? 0, 'personne gardée', 'personnes gardées')} plus longtemps : ${reason}`,
    });
    return accept({ changed: rowCount ?? 0 });
  },
});

/** Lets the ordinary period run again for someone who was kept. */
export const stopKeeping = command({
  name: 'people.stop-keeping',
  input: z.object({ personId: z.uuid() }),
  allow: mayKeepRelations,
  async run(work, { personId }) {
    const { rowCount } = await work.db
      .update(retentionReviews)
      .set({ keptUntil: null, keptReason: '', keptBy: null, listedAt: work.now() })
      .where(inArray(retentionReviews.personId, [personId]));
    if (rowCount === 0) return refuse('not_found');
    work.record({
      subjectKind: 'person',
      subjectId: personId,
      summary: 'La durée ordinaire de conservation court de nouveau',
    });
    return accept(null);
  },
});
