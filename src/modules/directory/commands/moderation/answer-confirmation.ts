import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { newToken } from '#platform/ids/ids.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { confirmedOrigins } from '../confirm-organization.ts';
import { organizationChanged } from '../../facts.ts';
import { lockOrganizations, type StoredOrganization } from '../saving/stored-organization.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { openSheetSession } from './open-claim.ts';

const input = z.object({ token: z.string().min(1).max(200), answer: z.enum(['right', 'correct', 'stop']) });

/**
 * The answer of a structure to the yearly question, by the link of its mail. « Right » confirms the sheet, « correct »
 * opens it like a claim does, « stop » ends the questions. A link serves until it expires: « right » said twice is said once.
 */
export const answerConfirmation = command({
  name: 'directory.answer-confirmation',
  input,
  allow: () => true,
  async run(work, { token, answer }) {
    const now = work.now().toString();
    const { rows } = await work.db.execute<{
      id: string;
      organization_id: string;
      sent_to: string;
      answer: string | null;
    }>(sql`
      select id, organization_id, sent_to, answer from confirmation_requests
      where token_hash = ${hashSecret(token)} and expires_at > ${now} for update`);
    const request = rows[0];
    const stored =
      request && (await lockOrganizations(work.db, [request.organization_id])).get(request.organization_id);
    if (!request || !stored || stored.trashedAt !== null) return refuse('link_over');
    // Opening the sheet for correction is the strongest thing a link does: once.
    if (answer === 'correct' && request.answer === 'corrected') return refuse('link_over');
    // Who asked to be left alone is left alone, whatever is said afterwards about this sheet.
    const kept = request.answer === 'stop' ? 'stop' : answer === 'correct' ? 'corrected' : answer;
    await work.db.execute(
      sql`update confirmation_requests set answer = ${kept}, answered_at = ${now} where id = ${request.id}`,
    );
    if (answer === 'right') await confirm(work, stored);
    const secret = answer === 'correct' ? await openForCorrection(work, stored.id, request.sent_to) : null;
    work.record({ subjectKind: 'organization', subjectId: stored.id, summary: summaries[answer](stored.profile.name) });
    return accept({ organizationId: stored.id, slug: stored.slug, secret });
  },
});

const summaries = {
  right: (name: string) => `Fiche « ${name} » confirmée par la structure`,
  correct: (name: string) => `Fiche « ${name} » ouverte par la structure pour la corriger`,
  stop: (name: string) => `« ${name} » ne veut plus être interrogée sur sa fiche`,
};

async function confirm(work: CommandContext, { id, profile, fieldOrigins }: StoredOrganization): Promise<void> {
  const now = work.now().toString();
  const origins = confirmedOrigins(fieldOrigins, undefined, now, profile.name);
  await work.db.execute(
    sql`update organizations set field_origins = ${JSON.stringify(origins)}::jsonb, confirmed_at = ${now} where id = ${id}`,
  );
  work.publish(organizationChanged(id));
}

async function openForCorrection(work: CommandContext, organizationId: string, address: string): Promise<string> {
  const claimId = work.newId();
  const now = work.now().toString();
  await work.db
    .execute(sql`insert into organization_claims (id, organization_id, token_hash, sent_to, created_at, expires_at, used_at)
    values (${claimId}, ${organizationId}, ${hashSecret(newToken())}, ${address}, ${now}, ${now}, ${now})`);
  return openSheetSession(work, claimId);
}
