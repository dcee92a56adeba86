import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { suggestionRefusedMail } from '../../emails/suggestion-refused-mail.ts';
import { mayKeepDirectory } from '../../policy.ts';
import { readOrganizations } from '../saving/stored-organization.ts';
import { closeSuggestion, lockWaiting } from './lock-waiting.ts';

const input = z.object({
  id: z.uuid(),
  answer: z.string().trim().max(1000).default(''),
  hubName: z.string(),
});

/** Sets a suggestion aside, with a word for its author. */
export const refuseSuggestion = command({
  name: 'directory.refuse-suggestion',
  input,
  allow: mayKeepDirectory,
  async run(work, { id, answer, hubName }) {
    const suggestion = await lockWaiting(work.db, id);
    if (!suggestion) return refuse('already_handled');
    const known = suggestion.organizationId
      ? (await readOrganizations(work.db, [suggestion.organizationId])).get(suggestion.organizationId)
      : undefined;
    const name = known?.profile.name ?? suggestion.proposed.name ?? '';
    await closeSuggestion(work, suggestion, {
      status: 'refused',
      fields: [],
      answer,
      organizationId: suggestion.organizationId,
    });
    if (suggestion.fromEmail) {
      await sendMail(work, {
        kind: 'directory.suggestion-refused',
        to: { address: suggestion.fromEmail, ...(suggestion.fromName ? { name: suggestion.fromName } : {}) },
        ...suggestionRefusedMail({ name, answer, hubName }),
      });
    }
    work.record({
      subjectKind: 'suggestion',
      subjectId: id,
      summary: `Proposition sur « ${name} » non retenue`,
      details: { answer },
    });
    return accept({ id });
  },
});
