import { createHash } from 'node:crypto';
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { newToken } from '#platform/ids/ids.ts';
import { publications, usefulVotes, voteDays, voteMarks } from '../../tables.ts';

const input = z.object({
  publicationId: z.uuid(),
  /** What tells two visitors apart today: never stored as it is. */
  visitor: z.string().min(1).max(2000),
});

/**
 * A reader says that a sheet helped. One voice a visitor, a sheet and a day: what tells visitors apart is kept salted,
 * and the salt is deleted with its day, after which nobody can tell who voted.
 */
export const sayUseful = command({
  name: 'publishing.say-useful',
  input,
  allow: () => true,
  async run(work, { publicationId, visitor }) {
    const [sheet] = await work.db
      .select({ title: publications.title })
      .from(publications)
      .where(
        and(
          eq(publications.id, publicationId),
          eq(publications.kind, 'resource'),
          eq(publications.status, 'published'),
          isNull(publications.trashedAt),
        ),
      );
    if (!sheet) return refuse('not_found');
    const day = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
    const mark = createHash('sha256')
      .update(`${await saltOf(work, day)}\n${visitor}`)
      .digest('base64url');
    const [first] = await work.db
      .insert(voteMarks)
      .values({ publicationId, day, mark })
      .onConflictDoNothing()
      .returning({ mark: voteMarks.mark });
    if (!first) return refuse('already_said');
    await work.db
      .insert(usefulVotes)
      .values({ publicationId, votes: 1, lastAt: work.now() })
      .onConflictDoUpdate({
        target: [usefulVotes.hubId, usefulVotes.publicationId],
        set: { votes: sql`${usefulVotes.votes} + 1`, lastAt: work.now() },
      });
    work.record({
      subjectKind: 'publication',
      subjectId: publicationId,
      summary: `« ${sheet.title} » : jugée utile par un lecteur`,
    });
    return accept({ publicationId });
  },
});

/** The salt of a day, made by its first vote; those of the days before go, with the marks they made. */
async function saltOf(work: CommandContext, day: Temporal.PlainDate): Promise<string> {
  await work.db.insert(voteDays).values({ day, salt: newToken() }).onConflictDoNothing();
  await work.db.delete(voteDays).where(lt(voteDays.day, day));
  const [today] = await work.db.select({ salt: voteDays.salt }).from(voteDays).where(eq(voteDays.day, day));
  if (!today) throw new Error('the salt of the day was not written');
  return today.salt;
}
