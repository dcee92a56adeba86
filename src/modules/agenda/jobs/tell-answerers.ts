import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { tellAnswererOfDate, thankAnswerer } from '../commands/polls/tell-answerer.ts';
import { whenInWords } from '../domain/when-in-words.ts';
import { linkPurposes } from '../moderation-paths.ts';
import { pollAnswerPath } from '../poll-paths.ts';
import type { AgendaDependencies } from '../ports.ts';
import { placeOf } from '../queries/moderation/event-to-repeat.ts';
import { occurrencesOf } from '../queries/occurrences-of.ts';
import { answerToThank, answersToTell } from '../queries/polls/answers-to-tell.ts';
import { readEvent } from '../queries/stored-event.ts';
import { calendarFileOf } from '../web/feeds/calendar-file.ts';
import { tellAnswerer, tellAnswerers } from './tell-answerers-job.ts';

type Dependencies = Pick<AgendaDependencies, 'originOf' | 'hubLook' | 'links'>;

/** Writes to someone who answered the way back to her answer. */
export function tellAnswererJob({ originOf, hubLook, links }: Dependencies) {
  return job({
    ...tellAnswerer,
    async run(ctx, { id }) {
      const pollId = await answerToThank(ctx.db, id);
      if (pollId === null) return;
      const [origin, { name: hubName }] = await Promise.all([originOf(ctx.hubId), hubLook(ctx.hubId)]);
      const token = links.write(linkPurposes.poll, ctx.hubId, pollId);
      const href = origin + pollAnswerPath(token, links.write(linkPurposes.answer, ctx.hubId, id));
      // The id of the answer is the key: whoever runs it twice writes once.
      const outcome = await execute(ctx, thankAnswerer, { id, href, hubName }, { key: id });
      if (!outcome.ok && outcome.reason !== 'nothing_to_tell') unwrap(outcome);
    },
  });
}

/** Writes to all who answered a poll which date was kept, each once. */
export function tellAnswerersJob({ originOf, hubLook }: Omit<Dependencies, 'links'>) {
  return job({
    ...tellAnswerers,
    async run(ctx, { id }) {
      const { eventId, answerIds } = await answersToTell(ctx.db, id);
      const event = eventId && (await readEvent(ctx.db, eventId));
      const [date] = eventId ? await occurrencesOf(ctx.db, { eventIds: [eventId] }) : [];
      if (!event || !date) return;
      const [origin, { name: hubName }, venue] = await Promise.all([
        originOf(ctx.hubId),
        hubLook(ctx.hubId),
        placeOf(ctx.db, event.fields),
      ]);
      const calendar = await calendarFileOf(ctx, date.id, { origin, hubName });
      const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
      const told = {
        title: event.fields.title,
        when: whenInWords(date, { today, zone: ctx.zone }),
        place: [venue.name, venue.city].filter(Boolean).join(', ') || event.fields.placeNote,
        hubName,
        calendar,
      };
      for (const answerId of answerIds) {
        const outcome = await execute(ctx, tellAnswererOfDate, { id: answerId, ...told });
        if (!outcome.ok && outcome.reason !== 'nothing_to_tell') unwrap(outcome);
      }
    },
  });
}
