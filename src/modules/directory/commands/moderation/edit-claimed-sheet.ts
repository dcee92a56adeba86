import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { confirmedOrigins } from '../confirm-organization.ts';
import { organizationChanged } from '../../facts.ts';
import { directoryRules } from '../../queries/moderation/directory-rules.ts';
import { holdsSheet } from '../../queries/moderation/sheet-session.ts';
import { lockOrganizations, type StoredOrganization } from '../saving/stored-organization.ts';
import { updateOrganizations } from '../saving/update-organizations.ts';
import { keepSuggestion } from './keep-suggestion.ts';
import { changesOf, differingFields, proposal, wholeProposal, type ProposedField, type Proposal } from './proposal.ts';

const input = z.object({
  organizationId: z.uuid(),
  secret: z.string().min(1).max(200),
  /** The version the structure had before the eyes. */
  version: z.int().positive(),
  proposed: proposal,
});

export interface SheetEditedMeanwhile {
  version: number;
  theirs: Proposal;
  fields: ProposedField[];
}

/**
 * A structure changes its own sheet, after a link mailed to its address. Published at once, or put in the queue when
 * the hub reads such changes first. Either way, it has said that the sheet is right.
 */
export const editClaimedSheet = command({
  name: 'directory.edit-claimed-sheet',
  input,
  allow: () => true,
  async run(work, { organizationId, secret, version, proposed }) {
    if (!(await holdsSheet(work.db, organizationId, secret, work.now()))) return refuse('session_over');
    const stored = (await lockOrganizations(work.db, [organizationId])).get(organizationId);
    if (!stored || stored.trashedAt !== null) return refuse('not_found');
    const before = wholeProposal(stored.profile);
    const fields = differingFields(before, proposed);
    if (fields.length > 0 && stored.version !== version) {
      return refuse('edited_meanwhile', {
        details: { version: stored.version, theirs: before, fields } satisfies SheetEditedMeanwhile,
      });
    }
    const { structuresAreReviewed } = await directoryRules(work.db);
    const isWaiting = structuresAreReviewed && fields.length > 0;
    if (isWaiting) await propose(work, stored, Object.fromEntries(fields.map((field) => [field, proposed[field]])));
    else await write(work, stored, proposed, fields);
    work.record({
      subjectKind: 'organization',
      subjectId: organizationId,
      summary: summaryOf(stored.profile.name, fields.length, isWaiting),
      details: { fields },
    });
    return accept({ slug: stored.slug, isWaiting, changed: fields.length });
  },
});

async function propose(
  work: CommandContext,
  { id, version, profile }: StoredOrganization,
  proposed: Proposal,
): Promise<void> {
  const author = { name: profile.name, email: profile.email, phone: '' };
  await keepSuggestion(work, {
    kind: 'correction',
    organizationId: id,
    baseVersion: version,
    proposed,
    author,
    message: '',
    fromStructure: true,
  });
}

async function write(
  work: CommandContext,
  stored: StoredOrganization,
  proposed: Proposal,
  fields: readonly ProposedField[],
): Promise<void> {
  const from = { source: 'structure', confirmedBy: stored.profile.name };
  const [written = stored] = await updateOrganizations(
    work,
    [{ stored, changes: changesOf(stored.profile, proposed, fields) }],
    { act: 'edited', from },
  );
  const origins = confirmedOrigins(written.fieldOrigins, undefined, work.now().toString(), stored.profile.name);
  await work.db.execute(
    sql`update organizations set field_origins = ${JSON.stringify(origins)}::jsonb, confirmed_at = ${work.now().toString()} where id = ${stored.id}`,
  );
  work.publish(organizationChanged(stored.id));
}

function summaryOf(name: string, count: number, isWaiting: boolean): string {
  if (isWaiting) return `Fiche « ${name} » corrigée par la structure, à relire`;
  return count === 0 ? `Fiche « ${name} » confirmée par la structure` : `Fiche « ${name} » modifiée par la structure`;
}
