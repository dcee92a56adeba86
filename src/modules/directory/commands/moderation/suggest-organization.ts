import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { likelySame, type LikelySame } from '../../queries/likely-same.ts';
import { keepSuggestion } from './keep-suggestion.ts';
import { changesOf, proposal, proposedFields } from './proposal.ts';
import { completeProfile } from '../../profile/organization-profile.ts';
import { suggestionAuthor } from './suggestion-author.ts';

const input = z.object({
  proposed: proposal.required({ name: true }),
  author: suggestionAuthor,
  message: z.string().trim().max(2000).default(''),
  isAnother: z.boolean().default(false),
});

/**
 * Anyone proposes a structure that the directory lacks. Refuses `looks_alike`, with published sheets only, until the
 * visitor says that it is another one.
 */
export const suggestOrganization = command({
  name: 'directory.suggest-organization',
  input,
  allow: () => true,
  async run(work, { proposed, author, message, isAnother }) {
    if (!isAnother) {
      const alike = await publishedAlike(work.db, proposed);
      if (alike.length > 0) return refuse('looks_alike', { details: alike satisfies LikelySame[] });
    }
    const { id, isNew } = await keepSuggestion(work, {
      kind: 'new',
      organizationId: null,
      baseVersion: null,
      proposed,
      author,
      message,
    });
    work.record({
      subjectKind: 'suggestion',
      subjectId: id,
      summary: isNew
        ? `Structure « ${proposed.name} » proposée par le site`
        : `Structure « ${proposed.name} » proposée de nouveau`,
    });
    return accept({ id });
  },
});

/**
 * Sheets that everyone may read and that look like what is described. Compared by name, town and site only: an answer
 * about a phone number would tell which structure hides it.
 */
export async function publishedAlike(
  db: Parameters<typeof likelySame>[0],
  described: z.output<typeof proposal> & { name: string },
): Promise<LikelySame[]> {
  const profile = changesOf(completeProfile({ name: described.name }), described, proposedFields);
  const alike = await likelySame(db, {
    name: described.name,
    website: profile.website ?? '',
    locations: profile.locations ?? [],
  });
  return alike.filter((sheet) => sheet.status === 'published' && sheet.because !== 'phone');
}
