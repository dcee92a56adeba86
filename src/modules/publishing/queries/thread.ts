import { sql } from 'drizzle-orm';
import { rowsAbout } from '#modules/identity/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { ThreadEntry, ThreadSubject } from '#platform/contributions/module.ts';
import { threadEntries } from '#platform/contributions/thread-lines.ts';

/** What someone sent in to be published. */
export async function publishingThread(ctx: Context, subject: ThreadSubject): Promise<ThreadEntry[]> {
  if (!('personId' in subject)) return [];
  const sent = rowsAbout(subject.personId, { personId: sql`s.person_id`, email: sql`s.email`, name: sql`s.name` });
  return threadEntries(ctx.db, [
    {
      kind: 'Contenu proposé',
      at: sql`s.sent_at`,
      title: sql`p.title`,
      href: sql`'/gestion/contenus/' || p.id`,
      from: sql`publication_senders s join publications p on p.hub_id = s.hub_id and p.id = s.publication_id where p.trashed_at is null and ${sent}`,
    },
  ]);
}
