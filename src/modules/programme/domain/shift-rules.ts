import { overlap, type Stretch } from './stretch.ts';

/** A shift with who took it. */
export interface CountedShift extends Stretch {
  id: string;
  wanted: number;
  takers: readonly string[];
}

export type ShiftRefusal = 'shift_full' | 'volunteer_busy';

/** Why someone may not take a shift: enough people have, or she is on another one at that time. */
export function shiftRefusal(
  shift: CountedShift,
  volunteerId: string,
  all: readonly CountedShift[],
): ShiftRefusal | null {
  const hers = all.filter((other) => other.id !== shift.id && other.takers.includes(volunteerId));
  if (hers.some((other) => overlap(shift, other))) return 'volunteer_busy';
  if (shift.takers.filter((taker) => taker !== volunteerId).length >= shift.wanted) return 'shift_full';
  return null;
}
