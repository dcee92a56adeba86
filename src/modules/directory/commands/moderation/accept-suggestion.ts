import { z } from 'zod';
import { piecesForMembers } from '#modules/hub/index.ts';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { suggestionAcceptedMail } from '../../emails/suggestion-accepted-mail.ts';
import { organizationPath } from '../../paths.ts';
import { mayKeepDirectory } from '../../policy.ts';
import { completeProfile } from '../../profile/organization-profile.ts';
import { insertOrganizations } from '../saving/insert-organizations.ts';
import { lockOrganizations } from '../saving/stored-organization.ts';
import { updateOrganizations } from '../saving/update-organizations.ts';
import { issueClaim } from './issue-claim.ts';
import { closeSuggestion, lockWaiting, type Suggestion } from './lock-waiting.ts';
import { changesOf, proposedFields, type ProposedField } from './proposal.ts';

const input = z.object({
  id: z.uuid(),
  /** The fields accepted; all of them when none is named. */
  fields: z.array(z.enum(proposedFields)).optional(),
  answer: z.string().trim().max(1000).default(''),
  origin: z.url(),
  hubName: z.string(),
});

interface Written {
  organizationId: string;
  name: string;
  slug: string;
}

/** Puts a suggestion, or some of its fields, on the sheet; tells its author. */
export const acceptSuggestion = command({
  name: 'directory.accept-suggestion',
  input,
  allow: mayKeepDirectory,
  async run(work, { id, fields, answer, origin, hubName }) {
    const suggestion = await lockWaiting(work.db, id);
    if (!suggestion) return refuse('already_handled');
    const said = proposedFields.filter((field) => suggestion.proposed[field] !== undefined);
    const accepted = fields ? said.filter((field) => fields.includes(field)) : said;
    if (said.length > 0 && accepted.length === 0) return refuse('nothing_chosen');
    if (suggestion.kind === 'new' && !accepted.includes('name')) return refuse('nothing_chosen');
    const written =
      suggestion.kind === 'new'
        ? await addSheet(work, suggestion, accepted)
        : await correctSheet(work, suggestion, accepted);
    if (!written) return refuse('not_found');
    if (suggestion.kind === 'claim') {
      if (!suggestion.fromEmail) return refuse('no_address');
      await issueClaim(
        work,
        { id: written.organizationId, slug: written.slug, name: written.name },
        suggestion.fromEmail,
        { origin, hubName },
      );
    }
    await closeSuggestion(work, suggestion, {
      status: accepted.length === said.length ? 'accepted' : 'partly',
      fields: accepted,
      answer,
      ...written,
    });
    if (suggestion.fromEmail && suggestion.kind !== 'claim') {
      await sendMail(work, {
        kind: 'directory.suggestion-accepted',
        to: { address: suggestion.fromEmail, ...(suggestion.fromName ? { name: suggestion.fromName } : {}) },
        ...suggestionAcceptedMail({
          kind: suggestion.kind,
          isPartial: accepted.length < said.length,
          name: written.name,
          href: origin + organizationPath(written.slug),
          answer,
          hubName,
        }),
      });
    }
    work.record({
      subjectKind: 'organization',
      subjectId: written.organizationId,
      summary: summaryOf(suggestion, written.name),
      details: { suggestionId: id, fields: accepted },
    });
    return accept({ organizationId: written.organizationId, slug: written.slug });
  },
});

async function addSheet(
  work: CommandContext,
  { proposed }: Suggestion,
  accepted: readonly ProposedField[],
): Promise<Written | null> {
  const name = proposed.name;
  if (!name) return null;
  const organizationId = work.newId();
  const blank = completeProfile({ name });
  const profile = completeProfile({ ...changesOf(blank, proposed, accepted), name });
  const from = { source: 'proposition', confirmedBy: work.actor?.name ?? '' };
  const slugs = await insertOrganizations(work, [{ id: organizationId, profile, status: 'published' }], {
    act: 'added',
    from,
  });
  return { organizationId, name, slug: slugs.get(organizationId) ?? organizationId };
}

async function correctSheet(
  work: CommandContext,
  suggestion: Suggestion,
  accepted: readonly ProposedField[],
): Promise<Written | null> {
  const id = suggestion.organizationId ?? '';
  const stored = (await lockOrganizations(work.db, [id])).get(id);
  if (!stored || stored.trashedAt !== null) return null;
  const from = suggestion.fromStructure
    ? { source: 'structure', confirmedBy: stored.profile.name }
    : { source: 'correction', confirmedBy: work.actor?.name ?? '' };
  const changes = changesOf(stored.profile, suggestion.proposed, accepted, {
    streetIsKept: !suggestion.fromStructure && (await piecesForMembers(work.db)).has('streets'),
  });
  const [written = stored] = await updateOrganizations(work, [{ stored, changes }], { act: 'corrected', from });
  return { organizationId: id, name: written.profile.name, slug: written.slug };
}

function summaryOf({ kind }: Suggestion, name: string): string {
  if (kind === 'new') return `Structure proposée « ${name} » acceptée et publiée`;
  if (kind === 'claim') return `Demande de gestion de « ${name} » acceptée`;
  return `Correction de « ${name} » acceptée`;
}
