import { distinctPeople, type Seat } from './distinct-people.ts';
import type { TraineeStatus } from './trainee-statuses.ts';

/** One person in one session, with the time she was truly there in the period. */
export interface TrainedSeat extends Seat {
  traineeId: string;
  name: string;
  sessionId: string;
  courseId: string;
  courseTitle: string;
  firstDay: string;
  minutes: number;
  insee: string | null;
  organization: string;
  status: TraineeStatus;
  funder: string;
  trainers: readonly string[];
}

/** Ways the table may be cut. */
export const figureCuts = ['municipality', 'course', 'status', 'funder', 'organization', 'month'] as const;
export type FigureCut = (typeof figureCuts)[number];

/** One line of the table. The people of all lines may be more than the total: someone may stand in two. */
export interface FigureLine {
  key: string;
  label: string;
  people: number;
  minutes: number;
  sessions: number;
}

export interface TrainingTotals {
  people: number;
  minutes: number;
  sessions: number;
  organizations: number;
  trainers: number;
}

/** Everything together: each person once, whatever the number of her sessions. */
export function totalsOf(seats: readonly TrainedSeat[]): TrainingTotals {
  return {
    people: countPeople(seats),
    minutes: seats.reduce((sum, { minutes }) => sum + minutes, 0),
    sessions: new Set(seats.map(({ sessionId }) => sessionId)).size,
    organizations: new Set(seats.map(({ organization }) => organization).filter(Boolean)).size,
    trainers: new Set(seats.flatMap(({ trainers }) => trainers)).size,
  };
}

/** The table cut one way, the largest line first (months in order). Within a line, each person once. */
export function figureLines(
  seats: readonly TrainedSeat[],
  cut: FigureCut,
  labelOf: (key: string) => string,
): FigureLine[] {
  const lines = [...Map.groupBy(seats, (seat) => keyOf(seat, cut))].map(([key, group]) => ({
    key,
    label: cut === 'course' ? (group[0]?.courseTitle ?? '') : labelOf(key),
    people: countPeople(group),
    minutes: group.reduce((sum, { minutes }) => sum + minutes, 0),
    sessions: new Set(group.map(({ sessionId }) => sessionId)).size,
  }));
  return lines.sort((a, b) =>
    cut === 'month' ? a.key.localeCompare(b.key) : b.people - a.people || a.label.localeCompare(b.label, 'fr'),
  );
}

/** Where a seat stands when the table is cut this way; empty when it is not known. */
export function keyOf(seat: TrainedSeat, cut: FigureCut): string {
  switch (cut) {
    case 'municipality':
      return seat.municipality;
    case 'course':
      return seat.courseId;
    case 'status':
      return seat.status;
    case 'funder':
      return seat.funder;
    case 'organization':
      return seat.organization;
    case 'month':
      return seat.firstDay.slice(0, 7);
  }
}

export function countPeople(seats: readonly Seat[]): number {
  return new Set(distinctPeople(seats)).size;
}
