import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { plural } from '#platform/french/index.ts';
import { publicationChanged } from '../facts.ts';
import { publications } from '../tables.ts';

/** Lets go of the news whose day on top is over, so that kept pages are drawn again. Run by a job, without actor. */
export const unpinNews = command({
  name: 'publishing.unpin-news',
  input: z.object({}),
  allow: (actor) => actor === null,
  async run(work) {
    const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate().toString();
    const unpinned = await work.db
      .update(publications)
      .set({ content: sql`jsonb_set(${publications.content}, '{pinnedUntil}', 'null')` })
      .where(and(eq(publications.kind, 'news'), sql`${publications.content} ->> 'pinnedUntil' < ${today}`))
      .returning({ id: publications.id, title: publications.title, status: publications.status });
    const shown = unpinned.filter(({ status }) => status === 'published');
    if (unpinned.length === 0) return refuse('nothing_due');
    for (const { id } of shown) work.publish(publicationChanged(id, 'news'));
    work.record({
      subjectKind: 'publication',
      subjectId: unpinned[0]?.id ?? null,
      summary: `${plural(unpinned.length, 'actualité')} en tête de liste jusqu’à hier : remises à leur place`,
      details: { ids: unpinned.map(({ id }) => id) },
    });
    return accept({ unpinned: unpinned.length });
  },
});
