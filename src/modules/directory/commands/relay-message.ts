import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { visibleTo } from '../policy.ts';
import { visibleProfile } from '../profile/visible-profile.ts';
import { checkEmail } from '../domain/contact-values.ts';
import { readOrganizations } from '../queries/stored-organization.ts';

const input = z.object({
  organizationId: z.uuid(),
  fromName: z.string().trim().min(2, 'Dites qui vous êtes.').max(120),
  fromEmail: z
    .string()
    .trim()
    .max(254)
    .refine(
      (value) => checkEmail(value).kind === 'valid',
      'Indiquez votre adresse électronique, pour qu’on puisse vous répondre.',
    ),
  message: z.string().trim().min(10, 'Écrivez quelques mots.').max(5000),
});

/**
 * Passes a visitor's message on to a structure, whose address the visitor never sees. The answer goes straight to the
 * visitor. The message is kept nowhere but in the outbox.
 */
export const relayMessage = command({
  name: 'directory.relay-message',
  input,
  allow: () => true,
  async run(work, { organizationId, fromName, fromEmail, message }) {
    const stored = (await readOrganizations(work.db, [organizationId])).get(organizationId);
    if (!stored || stored.trashedAt !== null || stored.status !== 'published') return refuse('not_found');
    if (!visibleProfile(stored.profile, visibleTo(work.actor)).takesMessages) return refuse('no_recipient');
    await sendMail(work, {
      kind: 'directory.relayed-message',
      to: { address: stored.profile.email, name: stored.profile.name },
      replyTo: fromEmail,
      subject: `Un message de ${fromName.replace(/\s+/g, ' ')} pour ${stored.profile.name}`,
      body: {
        paragraphs: [
          `${fromName} vous écrit depuis votre fiche de l’annuaire. Répondez à ce mail : votre réponse lui parviendra directement.`,
        ],
        quote: { text: message, by: fromName },
        after: ['Votre adresse n’a pas été montrée. Ce message vous gêne ? Prévenez-nous en répondant au pôle.'],
      },
    });
    work.record({
      subjectKind: 'organization',
      subjectId: organizationId,
      summary: `Message d’un visiteur transmis à « ${stored.profile.name} »`,
    });
    return accept({ slug: stored.slug });
  },
});
