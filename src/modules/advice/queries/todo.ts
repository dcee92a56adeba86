import { situations, type Situation } from '#modules/hub/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { channelNames } from '../domain/request-channels.ts';
import { workingMinutes, workingTimeInWords } from '../domain/working-time.ts';
import { paths } from '../paths.ts';
import { mayAnswerAdvice } from '../policy.ts';
import { requestList, type QueueQuestion, type QueueRow } from './request-list.ts';

const waiting: QueueQuestion = {
  q: '',
  state: 'waiting',
  mine: false,
  situation: null,
  referrerId: null,
  tag: null,
  outcome: null,
  cameFrom: null,
  channel: null,
  month: null,
  sort: 'attente',
  descending: false,
};

const mostShown = 20;

/** « Quelqu’un attend »: requests without an answer, those that have waited longest first. */
export async function adviceTodo(ctx: Context): Promise<TodoEntry[]> {
  if (!mayAnswerAdvice(ctx.actor)) return [];
  const { rows } = await requestList(ctx, waiting, 1);
  return rows.slice(0, mostShown).map((row) => entryOf(ctx, row));
}

function entryOf(ctx: Context, row: QueueRow): TodoEntry {
  const line = row.question.replaceAll(/\s+/g, ' ');
  const who = row.situation ? situations[row.situation as Situation].label.toLowerCase() : null;
  const late = row.waitingSince
    ? workingTimeInWords(workingMinutes(row.waitingSince, ctx.clock.now(), ctx.zone))
    : null;
  const means =
    row.wantsCall || !row.email ? `à rappeler${row.phone ? ` au ${row.phone}` : ''}` : channelNames[row.channel];
  return {
    group: 'waiting',
    title: line.length > 90 ? `${line.slice(0, 87).trimEnd()}…` : line,
    detail: [row.name, who, means, row.assignedTo ? `pour ${row.assignedTo}` : null, late].filter(Boolean).join(' · '),
    // Straight to the field of the answer.
    action: { label: 'Répondre', path: `${paths.request(row.id)}#champ-answer` },
    since: row.waitingSince,
    hue: 'coral',
  };
}
