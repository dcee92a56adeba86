import { formatDate, formatTimeRange } from '#platform/french/index.ts';
import type { Stretch } from './stretch.ts';

/** « Accueil, samedi 14 mars, de 8 h à 10 h 30 (Halle) » */
export function shiftInWords(shift: Stretch & { task: string; place: string }): string {
  const day = formatDate(shift.starts, { weekday: true, year: false });
  return `${shift.task}, ${day}, ${formatTimeRange(shift.starts, shift.ends)}${shift.place ? ` (${shift.place})` : ''}`;
}
