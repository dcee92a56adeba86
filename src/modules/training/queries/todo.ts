import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import { isHeld } from '../domain/session-states.ts';
import { officePaths } from '../paths.ts';
import { mayRunTraining } from '../policy.ts';
import { sessionList, todayIn, type SessionLine } from './session-list.ts';

const daysAhead = 14;

/** Sessions to decide, attendance to note. */
export async function trainingTodo(ctx: Context): Promise<TodoEntry[]> {
  if (!mayRunTraining(ctx.actor)) return [];
  const today = todayIn(ctx);
  const [coming, past] = await Promise.all([
    sessionList(ctx.db, { from: today }, { limit: 100, today }),
    sessionList(ctx.db, { before: today }, { limit: 100, today }),
  ]);
  return [
    ...past.filter(({ state }) => isHeld(state)).map(toClose),
    ...coming.filter((session) => isToDecide(session, today)).map(toDecide),
  ];
}

/** Whether its day to decide is near, or past. */
export function isToDecide({ state, decideOn }: SessionLine, today: Temporal.PlainDate): boolean {
  return state === 'open' && decideOn !== null && today.until(decideOn).days <= daysAhead;
}

/** « Décider avant le 3 mars : 4 inscrits sur 6 ». */
export function decisionInWords({ decideOn, enrolled, min }: SessionLine): string {
  const day = decideOn ? `Décider avant le ${formatDate(decideOn, { year: false })}\u00a0: ` : '';
  return `${day}${plural(enrolled, 'inscrit·e', 'inscrit·es')} sur ${min} au moins`;
}

function toDecide(session: SessionLine): TodoEntry {
  return {
    group: 'to-validate',
    title: `Formation « ${session.courseTitle} »\u00a0: a-t-elle lieu\u202f?`,
    detail: decisionInWords(session),
    action: { label: 'Décider', path: officePaths.session(session.id) },
    since: null,
    hue: 'plum',
  };
}

function toClose(session: SessionLine): TodoEntry {
  return {
    group: 'waiting',
    title: `Formation « ${session.courseTitle} »\u00a0: qui était là\u202f?`,
    detail: `Terminée le ${formatDate(session.last)}, ${plural(session.enrolled, 'personne attend', 'personnes attendent')} ses attestations`,
    action: { label: 'Noter les présences', path: officePaths.attendance(session.id) },
    since: null,
    hue: 'plum',
  };
}
