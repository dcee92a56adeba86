import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { newToken } from '#platform/ids/ids.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { confirmationMail } from '../../emails/confirmation-mail.ts';
import { confirmationPath } from './visitor-paths.ts';
import { lockPublicSheet } from './public-sheet.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { saidStop } from '../../queries/moderation/said-stop.ts';

/** How long the question may be answered. */
export const confirmationValidity = { hours: 90 * 24 } as const;

const input = z.object({ organizationId: z.uuid(), origin: z.url(), hubName: z.string() });

/**
 * Asks a structure whether its sheet is still right. Once a year at most, whoever asks and however many ask at the
 * same time; never one that asked to be left alone.
 */
export const askConfirmation = command({
  name: 'directory.ask-confirmation',
  input,
  // Asked by the yearly job, without actor, and by the team: it tells nobody anything.
  allow: () => true,
  async run(work, { organizationId, origin, hubName }) {
    const sheet = await lockPublicSheet(work.db, organizationId);
    if (!sheet || sheet.profile.email === '') return refuse('nothing_to_send');
    if (await saidStop(work.db, organizationId, sheet.profile.email)) return refuse('asked_to_stop');
    const now = work.now();
    const token = newToken();
    const { rowCount } = await work.db.execute(sql`
      insert into confirmation_requests (id, organization_id, period, token_hash, sent_to, sent_at, expires_at)
      select ${work.newId()}::uuid, ${organizationId}::uuid, ${now.toZonedDateTimeISO(work.zone).year}::int, ${hashSecret(token)}, ${sheet.profile.email},
        ${now.toString()}::timestamptz, ${now.add(confirmationValidity).toString()}::timestamptz
      where not exists (select from confirmation_requests where organization_id = ${organizationId}
        and sent_at > ${now.subtract({ hours: 300 * 24 }).toString()})
      on conflict do nothing`);
    if (rowCount === 0) return refuse('asked_already');
    await sendMail(work, {
      kind: 'directory.confirmation',
      to: { address: sheet.profile.email },
      ...confirmationMail({ profile: sheet.profile, href: origin + confirmationPath(token), hubName }),
    });
    work.record({
      subjectKind: 'organization',
      subjectId: organizationId,
      summary: `Confirmation demandée à « ${sheet.profile.name} »`,
    });
    return accept({ organizationId });
  },
});
