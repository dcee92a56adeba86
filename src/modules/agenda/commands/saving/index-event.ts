import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { textOfHtml } from '#platform/rich-text/index.ts';
import { forgetInSearch, indexForSearch } from '#platform/search/search.ts';
import { eventStatusNames } from '../../domain/event-status.ts';
import { eventTypeFacts } from '../../domain/event-types.ts';
import { eventPath, officePaths } from '../../paths.ts';
import type { StoredEvent } from '../../queries/stored-event.ts';
import { venues } from '../../tables.ts';

/** Writes what can be found of an event: for everyone once it is public, for the team before. */
export async function indexEvent(work: CommandContext, event: StoredEvent): Promise<void> {
  const { id, slug, status, fields, origin } = event;
  if (event.trashedAt) return forgetInSearch(work.db, 'event', id);
  const isPublic = status === 'published';
  const [venue] = fields.venueId ? await work.db.select().from(venues).where(eq(venues.id, fields.venueId)) : [];
  await indexForSearch(work.db, {
    kind: 'event',
    subjectId: id,
    title: fields.title,
    summary: fields.brief,
    path: isPublic ? (origin?.path ?? eventPath(slug)) : (origin?.officePath ?? officePaths.event(id)),
    visibility: isPublic ? 'public' : 'staff',
    keywords: [
      eventTypeFacts[fields.type].label,
      venue?.name,
      venue?.city,
      ...fields.audiences,
      ...fields.organizers.map(({ name }) => name),
    ]
      .filter(Boolean)
      .join(' '),
    state: isPublic ? '' : eventStatusNames[status].toLowerCase(),
    datedOn: Temporal.PlainDate.from(fields.startsOn),
    body: [fields.conditions, fields.placeNote, textOfHtml(fields.body)].join('\n'),
  });
}
