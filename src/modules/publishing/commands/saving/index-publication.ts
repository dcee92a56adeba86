import type { CommandContext } from '#platform/context/context.ts';
import { textOfHtml } from '#platform/rich-text/index.ts';
import { forgetInSearch, indexForSearch } from '#platform/search/search.ts';
import { textOfContent } from '../../content/publication-fields.ts';
import type { PublicationKind, PublicationStatus } from '../../domain/publication.ts';
import { officePaths, publicationPath } from '../../paths.ts';
import type { StoredPublication } from '../../queries/stored-publication.ts';

/** Said beside the title of what the team alone finds. */
const stateNames: Readonly<Record<PublicationStatus, string>> = {
  draft: 'brouillon',
  proposed: 'proposé',
  returned: 'renvoyé',
  scheduled: 'programmé',
  published: '',
  archived: 'archivé',
};

// What gets old: the others are as good a year later.
const dated: readonly PublicationKind[] = ['news', 'watch'];

/**
 * Writes what can be found of a publication: for everyone once it is public, for the team before. What waits to be
 * published beside something public is not searched.
 */
export async function indexPublication(work: CommandContext, publication: StoredPublication): Promise<void> {
  const { id, kind, slug, status, fields } = publication;
  // The home is where everyone already is.
  if (publication.trashedAt || kind === 'home') return forgetInSearch(work.db, kind, id);
  const isPublic = status === 'published';
  await indexForSearch(work.db, {
    kind,
    subjectId: id,
    title: fields.title,
    summary: fields.line || fields.brief,
    path: isPublic ? publicationPath(kind, slug) : officePaths.edit(id),
    visibility: isPublic ? 'public' : 'staff',
    keywords: [fields.line, ...fields.audiences].join(' '),
    state: stateNames[status],
    datedOn: dated.includes(kind)
      ? (publication.publishedAt?.toZonedDateTimeISO(work.zone).toPlainDate() ?? null)
      : null,
    body: [fields.brief, textOfHtml(fields.body), textOfContent(fields.content)].join('\n'),
  });
}
