import { and, eq, gte } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { Actor, CommandContext } from '#platform/context/context.ts';
import { fieldMessages } from '#platform/forms/field-messages.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { fieldsOf, type PublicationFields } from '../../content/publication-fields.ts';
import { proposableKinds } from '../../domain/publication.ts';
import { missingToPublish } from '../../domain/ready-to-publish.ts';
import { proposalReceivedMail } from '../../emails/proposal-received-mail.ts';
import { mayPublish, mayWrite } from '../../policy.ts';
import { readPublishingSettings } from '../../queries/publishing-settings.ts';
import type { StoredPublication } from '../../queries/stored-publication.ts';
import { publicationSenders } from '../../tables.ts';
import { addPublication } from '../saving/add-publication.ts';
import { withoutWishes } from '../saving/without-wishes.ts';
import { issueFollowLink } from './issue-follow-link.ts';
import { keepSender } from './keep-sender.ts';

const sender = z.object({
  name: z.string().trim().min(1, 'Dites-nous votre nom.').max(120, 'Le nom tient en 120 caractères.'),
  email: z
    .string()
    .trim()
    .max(254, 'Cette adresse est trop longue.')
    .pipe(z.email('Écrivez une adresse complète, comme nom@exemple.fr.')),
});

const input = z.object({
  kind: z.enum(proposableKinds),
  /** Checked by the schema of the kind (content/publication-fields). */
  fields: z.unknown(),
  /** Who proposes, when she is not signed in; not read otherwise. */
  sender: sender.nullable().default(null),
  /** Written in the mail that confirms. */
  origin: z.url(),
  hubName: z.string(),
});

/** The same messages by field as the command would give, to show them all at once with those of the fields. */
export function senderMessages(said: { name: string; email: string }): Record<string, string> {
  const parsed = sender.safeParse(said);
  return parsed.success ? {} : fieldMessages(parsed.error);
}

/**
 * Anyone proposes something. Someone who publishes without validation publishes at once; another's waits to be read by
 * the team. A stranger is mailed a private link to follow it.
 */
export const proposePublication = command({
  name: 'publishing.propose-publication',
  input,
  allow: () => true,
  async run(work, { kind, fields: raw, sender: said, origin, hubName }) {
    const parsed = fieldsOf(kind).safeParse(raw);
    if (!parsed.success) return refuse('unclear_fields', { fields: fieldMessages(parsed.error) });
    const fields = withoutWishes(parsed.data as PublicationFields, null);
    const missing = missingToPublish({ kind, ...fields });
    if (Object.keys(missing).length > 0) return refuse('not_ready', { fields: missing });

    if (said && (await hasProposedTooMuch(work, said.email))) return refuse('too_many');
    const writer: Actor | null = mayWrite(work.actor) ? work.actor : null;
    if (!writer && !said) return refuse('sender_needed');
    const { trustedRoles } = await readPublishingSettings(work.db);
    const isPublished = mayPublish(writer, kind, trustedRoles);
    const added = await addPublication(work, { kind, fields, status: isPublished ? 'published' : 'proposed' });
    if (!writer && said) await thankSender(work, added, said, { origin, hubName });
    work.record({
      subjectKind: 'publication',
      subjectId: added.id,
      summary: `« ${fields.title} » : ${isPublished ? 'publié' : 'proposé'}${writer ? '' : ' par un visiteur'}`,
      details: { kind },
    });
    return accept({ id: added.id, slug: added.slug, status: added.status, kind });
  },
});

const mostADay = 10;

/** Keeps the mail that confirms from being a way to flood somebody. */
async function hasProposedTooMuch(work: CommandContext, email: string): Promise<boolean> {
  const since = work.now().subtract({ hours: 24 });
  const recent = await work.db.$count(
    publicationSenders,
    and(eq(publicationSenders.email, email.toLowerCase()), gte(publicationSenders.sentAt, since)),
  );
  return recent >= mostADay;
}

async function thankSender(
  work: CommandContext,
  { id }: StoredPublication,
  { name, email }: z.output<typeof sender>,
  { origin, hubName }: { origin: string; hubName: string },
): Promise<void> {
  const personId = work.actor?.personId ?? null;
  await keepSender(work, id, { name, email, personId });
  await sendMail(work, {
    kind: 'publishing.proposal-received',
    to: { address: email, ...(personId ? { personId } : {}) },
    ...proposalReceivedMail({ href: await issueFollowLink(work, id, origin), hubName }),
  });
}
