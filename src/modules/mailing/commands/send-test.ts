import { z } from 'zod';
import { preferredAddress } from '#modules/identity/index.ts';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { sendTestCopy } from '../jobs/send-test-job.ts';
import { mayKeepMailings } from '../policy.ts';
import { lockMailing } from './saving/lock-mailing.ts';

/** Sends what is being written to its author, to be read where it will be. Counts for nothing. */
export const sendTest = command({
  name: 'mailing.send-test',
  input: z.object({ id: z.uuid() }),
  allow: mayKeepMailings,
  async run(work, { id }) {
    const mailing = await lockMailing(work, id);
    if (!mailing) return refuse('not_found');
    const address = work.actor && (await preferredAddress(work.db, work.actor.personId));
    if (!address) return refuse('no_address');
    await work.enqueue(sendTestCopy, { mailingId: id, address });
    work.record({ subjectKind: 'mailing', subjectId: id, summary: `Essai de « ${mailing.title} » envoyé` });
    return accept({ address });
  },
});
