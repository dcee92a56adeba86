import { formatDate, formatTimeRange } from '#platform/french/index.ts';
import { modeNames, type SlotMode } from './slot-modes.ts';

/** What is said of a slot. */
export interface SlotMoment {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  mode: SlotMode;
  place: string;
}

/** « mercredi 4 mars 2026 de 9 h à 9 h 45, sur place ». */
export function slotInWords({ startsAt, endsAt, mode }: SlotMoment, zone: string): string {
  return `${formatDate(startsAt, { weekday: true, zone })} ${formatTimeRange(startsAt, endsAt, { zone })}, ${modeNames[mode]}`;
}
