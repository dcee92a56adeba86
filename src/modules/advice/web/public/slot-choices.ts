import { formatDate, formatTimeRange } from '#platform/french/index.ts';
import type { Choice } from '#ui/fields/select.tsx';
import { modeNames } from '../../domain/slot-modes.ts';
import type { AppointmentSlot } from '../../queries/request-sheet.ts';

/** Slots as choices. Where they are held is told to those who take one. */
export function slotChoices(slots: readonly AppointmentSlot[], zone: string): Choice[] {
  return slots.map(({ id, startsAt, endsAt, mode, hostName }) => ({
    value: id,
    label: `${formatDate(startsAt, { weekday: true, year: false, zone })} ${formatTimeRange(startsAt, endsAt, { zone })}`,
    hint: [modeNames[mode], hostName && `avec ${hostName}`].filter(Boolean).join(', '),
  }));
}
