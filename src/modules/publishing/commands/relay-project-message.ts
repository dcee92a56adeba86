import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { relayedMessage, relayMail } from '#platform/mail/relay-mail.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { readPublication, type StoredPublication } from '../queries/stored-publication.ts';

const input = z.object({
  projectId: z.uuid(),
  ...relayedMessage,
});

/** Whether everyone may write to whoever carries this project. */
export function takesMessages({ kind, status, trashedAt, fields }: StoredPublication): boolean {
  return (
    kind === 'project' &&
    status === 'published' &&
    trashedAt === null &&
    (fields as StoredPublication<'project'>['fields']).content.contactEmail !== ''
  );
}

/**
 * Passes a visitor's message on to the one contact of a project, whose address the visitor never sees. The answer goes
 * straight to the visitor. The message is kept nowhere but in the outbox.
 */
export const relayProjectMessage = command({
  name: 'publishing.relay-project-message',
  input,
  allow: () => true,
  async run(work, { projectId, ...words }) {
    const project = (await readPublication(work.db, projectId)) as StoredPublication<'project'> | null;
    if (!project || !takesMessages(project)) return refuse('not_found');
    const { title, content } = project.fields;
    const to = { address: content.contactEmail, name: content.contactName || title };
    const about = `au sujet du projet « ${title} »`;
    await sendMail(work, {
      kind: 'publishing.relayed-message',
      ...relayMail(words, { to, subjectName: `« ${title} »`, about }),
    });
    work.record({
      subjectKind: 'publication',
      subjectId: projectId,
      summary: `Message d’un visiteur transmis pour le projet « ${title} »`,
    });
    return accept({ slug: project.slug });
  },
});
