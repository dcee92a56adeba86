import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { readPublication, type StoredPublication } from '../queries/stored-publication.ts';

const input = z.object({
  projectId: z.uuid(),
  fromName: z.string().trim().min(2, 'Dites qui vous êtes.').max(120),
  fromEmail: z
    .string()
    .trim()
    .max(254)
    .pipe(z.email('Indiquez votre adresse électronique, pour qu’on puisse vous répondre.')),
  message: z.string().trim().min(10, 'Écrivez quelques mots.').max(5000),
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
  async run(work, { projectId, fromName, fromEmail, message }) {
    const project = (await readPublication(work.db, projectId)) as StoredPublication<'project'> | null;
    if (!project || !takesMessages(project)) return refuse('not_found');
    const { title, content } = project.fields;
    await sendMail(work, {
      kind: 'publishing.relayed-message',
      to: { address: content.contactEmail, name: content.contactName || title },
      replyTo: fromEmail,
      subject: `Un message de ${fromName.replace(/\s+/g, ' ')} pour « ${title} »`,
      body: {
        paragraphs: [
          `${fromName} vous écrit au sujet du projet « ${title} ». Répondez à ce mail : votre réponse lui parviendra directement.`,
        ],
        quote: { text: message, by: fromName },
        after: ['Votre adresse n’a pas été montrée. Ce message vous gêne ? Prévenez-nous en répondant au pôle.'],
      },
    });
    work.record({
      subjectKind: 'publication',
      subjectId: projectId,
      summary: `Message d’un visiteur transmis pour le projet « ${title} »`,
    });
    return accept({ slug: project.slug });
  },
});
