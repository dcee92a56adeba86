import { readHubSettings } from '#modules/hub/index.ts';
import { writeCalendar } from '#platform/calendar/write-calendar.ts';
import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { sendPapers } from '../commands/send-papers.ts';
import { makePaper } from '../documents/make-paper.ts';
import type { PaperFacts } from '../documents/paper-facts.ts';
import { momentsOf } from '../domain/half-day.ts';
import { isHeld } from '../domain/session-states.ts';
import { noticeMail } from '../emails/session-mails.ts';
import type { TrainingDependencies } from '../ports.ts';
import { paperFactsOf } from '../queries/paper-facts.ts';
import { noticesJob } from './names.ts';

/** Makes each trainee's notice, and sends it with a calendar file to those who have an address. */
export const sendNotices = (deps: TrainingDependencies) =>
  job({
    ...noticesJob,
    async run(ctx, { sessionId }) {
      const facts = await paperFactsOf(ctx, sessionId);
      if (!facts || !isHeld(facts.session.state)) return;
      const origin = await deps.originOf(ctx.hubId);
      const replyTo = (await readHubSettings(ctx.db, ctx.hubId))?.email ?? null;
      const calendar = calendarOf(facts, origin);
      for (const trainee of facts.enrolled) {
        const paper = await makePaper(ctx, { files: deps.files, origin }, facts, 'notice', { trainee, payer: '' });
        if (!paper || !trainee.email) continue;
        const letter = noticeMail({ ...trainee, email: trainee.email }, facts.session, facts.course, {
          place: facts.place,
          fileKey: paper.key,
          calendar,
          replyTo,
        });
        unwrap(await execute(ctx, sendPapers(letter), { traineeId: trainee.id, paperIds: [paper.id] }));
      }
    },
  });

/** One entry a half-day, for the trainee's own calendar. */
function calendarOf({ course, halfDays, place, session, zone }: PaperFacts, origin: string): string {
  const host = new URL(origin).host;
  return writeCalendar({
    name: course.title,
    entries: halfDays.map((halfDay) => {
      const { starts, ends } = momentsOf(halfDay, zone);
      return {
        uid: `${halfDay.id}@${host}`,
        summary: course.title,
        location: halfDay.place || place,
        ...(halfDay.topic ? { description: halfDay.topic } : {}),
        starts,
        ends,
        changedAt: session.updatedAt,
        sequence: session.version,
      };
    }),
  });
}
