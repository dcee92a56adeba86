import { z } from 'zod';
import { piecesForMembers } from '#modules/hub/index.ts';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { underRules } from '../../profile/under-rules.ts';
import { keepSuggestion } from './keep-suggestion.ts';
import { differingFields, proposal, publicProposal, type Proposal } from './proposal.ts';
import { lockPublicSheet } from './public-sheet.ts';
import { suggestionAuthor } from './suggestion-author.ts';

const input = z.object({
  organizationId: z.uuid(),
  proposed: proposal,
  author: suggestionAuthor,
  message: z.string().trim().max(2000).default(''),
});

/** Anyone says what is wrong on a sheet. Only what differs from what the visitor could read is kept. */
export const suggestCorrection = command({
  name: 'directory.suggest-correction',
  input,
  allow: () => true,
  async run(work, { organizationId, proposed, author, message }) {
    const sheet = await lockPublicSheet(work.db, organizationId);
    if (!sheet) return refuse('not_found');
    const said = onlyDiffering(publicProposal(underRules(sheet.profile, await piecesForMembers(work.db))), proposed);
    if (Object.keys(said).length === 0 && message === '') return refuse('nothing_said');
    const { id, isNew } = await keepSuggestion(work, {
      kind: 'correction',
      organizationId,
      baseVersion: sheet.version,
      proposed: said,
      author,
      message,
    });
    if (isNew)
      work.record({
        subjectKind: 'organization',
        subjectId: organizationId,
        summary: `Correction proposée pour « ${sheet.profile.name} »`,
      });
    else
      work.record({
        subjectKind: 'suggestion',
        subjectId: id,
        summary: `Correction proposée de nouveau pour « ${sheet.profile.name} »`,
      });
    return accept({ id });
  },
});

/** A field hidden from visitors was sent empty: empty says nothing about it. */
function onlyDiffering(shown: Proposal, said: Proposal): Proposal {
  const fields = differingFields(shown, said).filter((field) => shown[field] !== undefined || said[field] !== '');
  return Object.fromEntries(fields.map((field) => [field, said[field]]));
}
