import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { reviewsDueMail } from '../../emails/reviews-due-mail.ts';
import { publicationPath } from '../../paths.ts';
import { publications, reviewAnnouncements } from '../../tables.ts';

const input = z.object({
  to: z.object({ address: z.string(), name: z.string(), personId: z.uuid() }),
  ids: z.array(z.uuid()).min(1),
  origin: z.url(),
  hubName: z.string(),
});

/** Tells whoever wrote them that sheets are to be read again: each due day once. Run by a job, without actor. */
export const announceReviews = command({
  name: 'publishing.announce-reviews',
  input,
  allow: (actor) => actor === null,
  async run(work, { to, ids, origin, hubName }) {
    const due = [];
    for (const id of ids) {
      const [stored] = await work.db
        .select({ title: publications.title, slug: publications.slug, reviewOn: publications.reviewOn })
        .from(publications)
        .where(eq(publications.id, id));
      if (!stored?.reviewOn) continue;
      const [added] = await work.db
        .insert(reviewAnnouncements)
        .values({ publicationId: id, reviewOn: stored.reviewOn, announcedAt: work.now() })
        .onConflictDoNothing()
        .returning({ id: reviewAnnouncements.publicationId });
      if (added)
        due.push({ title: stored.title, href: origin + publicationPath('resource', stored.slug), on: stored.reviewOn });
    }
    if (due.length === 0) return refuse('nothing_due');
    await sendMail(work, { kind: 'publishing.reviews-due', to, ...reviewsDueMail({ due, hubName }) });
    work.record({
      subjectKind: 'person',
      subjectId: to.personId,
      summary: `Fiches à relire annoncées à ${to.name} : ${due.map(({ title }) => `« ${title} »`).join(', ')}`,
    });
    return accept({ count: due.length });
  },
});
