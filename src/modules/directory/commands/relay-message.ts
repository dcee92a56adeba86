import { z } from 'zod';
import { piecesForMembers } from '#modules/hub/index.ts';
import { command } from '#platform/command/command.ts';
import { relayedMessage, relayMail } from '#platform/mail/relay-mail.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { visibleTo } from '../policy.ts';
import { visibleProfile } from '../profile/visible-profile.ts';
import { readOrganizations } from '../queries/stored-organization.ts';

const input = z.object({
  organizationId: z.uuid(),
  ...relayedMessage,
});

/**
 * Passes a visitor's message on to a structure, whose address the visitor never sees. The answer goes straight to the
 * visitor. The message is kept nowhere but in the outbox.
 */
export const relayMessage = command({
  name: 'directory.relay-message',
  input,
  allow: () => true,
  async run(work, { organizationId, ...words }) {
    const stored = (await readOrganizations(work.db, [organizationId])).get(organizationId);
    if (!stored || stored.trashedAt !== null || stored.status !== 'published') return refuse('not_found');
    const kept = await piecesForMembers(work.db);
    if (!visibleProfile(stored.profile, visibleTo(work.actor), kept).takesMessages) return refuse('no_recipient');
    const to = { address: stored.profile.email, name: stored.profile.name };
    const about = 'depuis votre fiche de l’annuaire';
    await sendMail(work, {
      kind: 'directory.relayed-message',
      ...relayMail(words, { to, subjectName: stored.profile.name, about }),
    });
    work.record({
      subjectKind: 'organization',
      subjectId: organizationId,
      summary: `Message d’un visiteur transmis à « ${stored.profile.name} »`,
    });
    return accept({ slug: stored.slug });
  },
});
