/** What tells where an action stands in time. */
export interface ActionDates {
  startsOn: string | null;
  endsOn: string | null;
  outcome: string;
}

export const actionMoments = ['running', 'coming', 'over'] as const;
export type ActionMoment = (typeof actionMoments)[number];

/** Whether one can still join an action: it runs, it comes, or it is over. */
export function actionMoment({ startsOn, endsOn, outcome }: ActionDates, today: Temporal.PlainDate): ActionMoment {
  if (outcome.trim() !== '' || (endsOn !== null && isBefore(endsOn, today))) return 'over';
  return startsOn !== null && isBefore(today.toString(), Temporal.PlainDate.from(startsOn)) ? 'coming' : 'running';
}

export interface Milestone {
  on: string | null;
  label: string;
  isDone: boolean;
}

/** A milestone as a timeline shows it. */
export interface PlacedMilestone extends Milestone {
  state: 'done' | 'late' | 'next' | 'later';
}

/** Milestones in order of time, undated ones last; the next one is the first to come that is not done. */
export function placedMilestones(milestones: readonly Milestone[], today: Temporal.PlainDate): PlacedMilestone[] {
  const sorted = milestones
    .filter(({ label }) => label !== '')
    .toSorted((a, b) => (a.on ?? '9999').localeCompare(b.on ?? '9999'));
  let isNextTold = false;
  return sorted.map((milestone) => {
    if (milestone.isDone) return { ...milestone, state: 'done' };
    if (milestone.on !== null && isBefore(milestone.on, today)) return { ...milestone, state: 'late' };
    const state = isNextTold ? 'later' : 'next';
    isNextTold = true;
    return { ...milestone, state };
  });
}

function isBefore(day: string, than: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(day), than) < 0;
}
