import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { piecesForMembers } from '#modules/hub/index.ts';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { underRules } from '../../profile/under-rules.ts';
import { knownAddresses } from './known-addresses.ts';
import { issueClaim } from './issue-claim.ts';
import { keepSuggestion } from './keep-suggestion.ts';
import { lockPublicSheet } from './public-sheet.ts';
import { suggestionAuthor } from './suggestion-author.ts';

const mostLinksADay = 3;

const input = z.object({
  organizationId: z.uuid(),
  /** Rank of the address chosen among those the sheet knows: never an address typed. */
  addressRank: z.int().min(0).max(50).default(0),
  author: suggestionAuthor,
  message: z.string().trim().max(2000).default(''),
  origin: z.url(),
  hubName: z.string(),
});

/**
 * Someone of a structure asks to keep its sheet. The link goes to an address that the sheet already had, and to no
 * other; when it has none, the team decides.
 */
export const requestClaim = command({
  name: 'directory.request-claim',
  input,
  allow: () => true,
  async run(work, { organizationId, addressRank, author, message, origin, hubName }) {
    const sheet = await lockPublicSheet(work.db, organizationId);
    if (!sheet) return refuse('not_found');
    const { name } = sheet.profile;
    const addresses = knownAddresses(underRules(sheet.profile, await piecesForMembers(work.db)));
    const address = addresses[addressRank] ?? addresses[0];
    if (!address) {
      if (!author.email)
        return refuse('address_needed', { fields: { 'author.email': 'Indiquez l’adresse où vous répondre.' } });
      const { id } = await keepSuggestion(work, {
        kind: 'claim',
        organizationId,
        baseVersion: sheet.version,
        proposed: {},
        author,
        message,
      });
      work.record({
        subjectKind: 'suggestion',
        subjectId: id,
        summary: `Demande de gestion de « ${name} », sans adresse connue`,
      });
      return accept({ sent: false });
    }
    if ((await linksSentToday(work, organizationId)) >= mostLinksADay) return refuse('too_many');
    await issueClaim(work, { id: organizationId, slug: sheet.slug, name }, address.address, { origin, hubName });
    work.record({
      subjectKind: 'organization',
      subjectId: organizationId,
      summary: `Lien de gestion envoyé à « ${name} »`,
    });
    return accept({ sent: true });
  },
});

async function linksSentToday(work: Parameters<typeof issueClaim>[0], organizationId: string): Promise<number> {
  const since = work.now().subtract({ hours: 24 }).toString();
  const { rows } = await work.db.execute<{ count: number }>(
    sql`select count(*)::int as count from organization_claims where organization_id = ${organizationId} and created_at > ${since}`,
  );
  return rows[0]?.count ?? 0;
}
