import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { newToken } from '#platform/ids/ids.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { claimLinkMail } from '../../emails/claim-link-mail.ts';
import { claimLinkPath } from './visitor-paths.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';

/** How long a mailed link may be used. */
export const claimLinkValidity = { hours: 48 } as const;

/** Mails the link that opens this sheet, and it alone, to whoever reads that mailbox. */
export async function issueClaim(
  work: CommandContext,
  sheet: { id: string; slug: string; name: string },
  address: string,
  site: { origin: string; hubName: string },
): Promise<void> {
  const token = newToken();
  const now = work.now();
  await work.db
    .execute(sql`insert into organization_claims (id, organization_id, token_hash, sent_to, created_at, expires_at)
    values (${work.newId()}, ${sheet.id}, ${hashSecret(token)}, ${address}, ${now.toString()}, ${now.add(claimLinkValidity).toString()})`);
  await sendMail(work, {
    kind: 'directory.claim-link',
    to: { address },
    ...claimLinkMail({ name: sheet.name, href: site.origin + claimLinkPath(sheet.slug, token), hubName: site.hubName }),
  });
}
