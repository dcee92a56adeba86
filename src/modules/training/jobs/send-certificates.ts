import { readHubSettings } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { sendPapers } from '../commands/send-papers.ts';
import { documentFacts } from '../domain/document-kinds.ts';
import { makePaper } from '../documents/make-paper.ts';
import { certificatesMail } from '../emails/session-mails.ts';
import type { TrainingDependencies } from '../ports.ts';
import type { KeptPaper } from '../queries/kept-papers.ts';
import { paperFactsOf } from '../queries/paper-facts.ts';
import { certificatesJob } from './names.ts';

const kinds = ['completion_certificate', 'end_certificate', 'attendance_certificate'] as const;

/** Makes the certificates of one trainee, and sends them when she has an address. Nothing for who was not there. */
export const sendCertificates = (deps: TrainingDependencies) =>
  job({
    ...certificatesJob,
    async run(ctx, { sessionId, traineeId }) {
      const facts = await paperFactsOf(ctx, sessionId);
      const trainee = facts?.enrolled.find(({ id }) => id === traineeId);
      if (!facts || !trainee) return;
      const origin = await deps.originOf(ctx.hubId);
      const papers: KeptPaper[] = [];
      for (const kind of kinds) {
        const paper = await makePaper(ctx, { files: deps.files, origin }, facts, kind, { trainee, payer: '' });
        if (paper) papers.push(paper);
      }
      if (papers.length === 0 || !trainee.email) return;
      const letter = certificatesMail({ ...trainee, email: trainee.email }, facts.course, {
        minutes: facts.certified.get(traineeId)?.minutes ?? 0,
        files: papers.map(({ kind, key }) => ({
          label: documentFacts[kind].label,
          name: `${documentFacts[kind].file}.pdf`,
          key,
        })),
        replyTo: (await readHubSettings(ctx.db, ctx.hubId))?.email ?? null,
      });
      unwrap(await execute(ctx, sendPapers(letter), { traineeId, paperIds: papers.map(({ id }) => id) }));
    },
  });
