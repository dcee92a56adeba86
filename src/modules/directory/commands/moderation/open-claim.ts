import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { newToken } from '#platform/ids/ids.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';

/** How long a sheet stays open to the person who used the link. */
export const claimSessionValidity = { hours: 2 } as const;

const input = z.object({ organizationId: z.uuid(), token: z.string().min(1).max(200) });

/** Uses a mailed link, once however many ask at the same time; answers the secret that opens this sheet for a while. */
export const openClaim = command({
  name: 'directory.open-claim',
  input,
  allow: () => true,
  async run(work, { organizationId, token }) {
    const now = work.now();
    const { rows } = await work.db.execute<{ id: string; name: string }>(sql`
      update organization_claims c set used_at = ${now.toString()}
      from organizations o
      where c.token_hash = ${hashSecret(token)} and c.organization_id = ${organizationId} and c.used_at is null
        and c.expires_at > ${now.toString()} and o.id = c.organization_id and o.trashed_at is null
      returning c.id, o.name`);
    const claim = rows[0];
    if (!claim) return refuse('link_over');
    const secret = await openSheetSession(work, claim.id);
    work.record({
      subjectKind: 'organization',
      subjectId: organizationId,
      summary: `Fiche « ${claim.name} » ouverte par la structure`,
    });
    return accept({ secret });
  },
});

/** Opens the sheet of a claim to the browser that holds the secret answered. */
export async function openSheetSession(work: CommandContext, claimId: string): Promise<string> {
  const secret = newToken();
  const until = work.now().add(claimSessionValidity).toString();
  await work.db.execute(
    sql`update organization_claims set session_hash = ${hashSecret(secret)}, session_expires_at = ${until} where id = ${claimId}`,
  );
  return secret;
}
