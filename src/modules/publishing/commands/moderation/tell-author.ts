import { and, eq, lt } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { proposalPublishedMail, proposalReturnedMail } from '../../emails/proposal-answered-mail.ts';
import { officePaths, publicationPath } from '../../paths.ts';
import { publicationSenders } from '../../tables.ts';
import { lockPublication } from '../saving/lock-publication.ts';
import { issueFollowLink } from './issue-follow-link.ts';

const input = z.object({ id: z.uuid(), address: z.string(), origin: z.url(), hubName: z.string() });

/** Mails an author what became of her proposal, once a version. Run by a job, without actor. */
export const tellAuthorOfProposal = command({
  name: 'publishing.tell-author',
  input,
  allow: (actor) => actor === null,
  async run(work, { id, address, origin, hubName }) {
    const publication = await lockPublication(work.db, id);
    const { status, version, fields, kind, slug, moderationNote: word } = publication ?? {};
    if (!publication || publication.trashedAt || !fields || !kind || !slug || version === undefined)
      return refuse('nothing_to_tell');
    if (status !== 'published' && status !== 'returned') return refuse('nothing_to_tell');
    const [sender] = await work.db
      .update(publicationSenders)
      .set({ toldVersion: version })
      .where(and(eq(publicationSenders.publicationId, id), lt(publicationSenders.toldVersion, version)))
      .returning();
    if (!sender) return refuse('nothing_to_tell');
    const { title } = fields;
    const followed = async () =>
      sender.email === '' ? origin + officePaths.edit(id) : issueFollowLink(work, id, origin);
    const mail =
      status === 'published'
        ? proposalPublishedMail({ title, href: origin + publicationPath(kind, slug) })
        : proposalReturnedMail({ title, word: word ?? '', href: await followed(), hubName });
    await sendMail(work, {
      kind: `publishing.proposal-${status}`,
      to: { address, name: sender.name, ...(sender.personId ? { personId: sender.personId } : {}) },
      ...mail,
    });
    work.record({ subjectKind: 'publication', subjectId: id, summary: `« ${title} » : auteur prévenu` });
    return accept({ id });
  },
});
