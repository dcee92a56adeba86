import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { fieldMessages } from '#platform/forms/field-messages.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { fieldsOf, type PublicationFields } from '../../content/publication-fields.ts';
import { missingToPublish } from '../../domain/ready-to-publish.ts';
import { followedProposal } from '../../queries/proposals.ts';
import { publicationFollowLinks, publicationSenders } from '../../tables.ts';
import { lockPublication } from '../saving/lock-publication.ts';
import { writePublication } from '../saving/write-publication.ts';
import { spread } from '#platform/rich-text/index.ts';

const link = z.object({ secret: z.string().max(200) });

/** Whoever holds the private link changes her proposal, and sends it again; not once it is published. */
export const amendProposal = command({
  name: 'publishing.amend-proposal',
  input: link.extend({ version: z.int().positive(), title: z.string(), story: z.string().max(8000) }),
  allow: () => true,
  async run(work, { secret, version, title, story }) {
    const found = await followedProposal(work.db, secret);
    const stored = found && (await lockPublication(work.db, found.id));
    if (!stored || stored.trashedAt) return refuse('not_found');
    if (stored.status !== 'proposed' && stored.status !== 'returned') return refuse('already_handled');
    if (stored.version !== version) return refuse('edited_meanwhile');
    const parsed = fieldsOf(stored.kind).safeParse({ ...stored.fields, title, ...spread(story) });
    if (!parsed.success) return refuse('unclear_fields', { fields: fieldMessages(parsed.error) });
    const fields = parsed.data as PublicationFields;
    const missing = missingToPublish({ kind: stored.kind, ...fields });
    if (Object.keys(missing).length > 0) return refuse('not_ready', { fields: missing });
    await writePublication(work, stored, { fields, status: 'proposed', moderationNote: '' });
    work.record({
      subjectKind: 'publication',
      subjectId: stored.id,
      summary: `« ${fields.title} » : proposition reprise par son auteur`,
    });
    return accept({ id: stored.id });
  },
});

/** Whoever holds the private link takes her proposal back: it goes to the trash, and she is forgotten. */
export const withdrawProposal = command({
  name: 'publishing.withdraw-proposal',
  input: link,
  allow: () => true,
  async run(work, { secret }) {
    const found = await followedProposal(work.db, secret);
    const stored = found && (await lockPublication(work.db, found.id));
    if (!stored || stored.trashedAt) return refuse('not_found');
    if (stored.status !== 'proposed' && stored.status !== 'returned') return refuse('already_handled');
    const { id, fields } = stored;
    await writePublication(work, stored, { trashedAt: work.now() });
    await work.db.delete(publicationSenders).where(eq(publicationSenders.publicationId, id));
    await work.db.delete(publicationFollowLinks).where(eq(publicationFollowLinks.publicationId, id));
    work.record({
      subjectKind: 'publication',
      subjectId: id,
      summary: `« ${fields.title} » : proposition retirée par son auteur`,
    });
    return accept({ id });
  },
});
