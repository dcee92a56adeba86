import { overlap, type Stretch } from './stretch.ts';

/** A slot as the rules see it. */
export interface PlacedSlot extends Stretch {
  id: string;
  title: string;
  /** Null: everywhere. */
  roomId: string | null;
  capacity: number | null;
  /** Names folded, which tell speakers apart. */
  speakers: readonly { key: string; name: string }[];
}

export interface CountedRoom {
  id: string;
  name: string;
  capacity: number | null;
}

export type SlotRefusal =
  | { reason: 'room_taken'; by: PlacedSlot }
  | { reason: 'speaker_busy'; name: string; by: PlacedSlot }
  | { reason: 'room_too_small'; room: CountedRoom };

/** Why a slot may not stand there: its room is taken, one of its speakers is elsewhere, the room is too small. */
export function slotRefusal(
  slot: PlacedSlot,
  others: readonly PlacedSlot[],
  room: CountedRoom | null,
): SlotRefusal | null {
  for (const other of others) {
    if (other.id === slot.id || !overlap(slot, other)) continue;
    if (slot.roomId !== null && other.roomId === slot.roomId) return { reason: 'room_taken', by: other };
    const busy = slot.speakers.find(({ key }) => other.speakers.some((speaker) => speaker.key === key));
    if (busy) return { reason: 'speaker_busy', name: busy.name, by: other };
  }
  if (room?.capacity && slot.capacity && slot.capacity > room.capacity) return { reason: 'room_too_small', room };
  return null;
}

export type SlotWarning =
  | { kind: 'no_time_to_move'; name: string; from: PlacedSlot; to: PlacedSlot }
  | { kind: 'during_pause'; slot: PlacedSlot; pause: PlacedSlot }
  | { kind: 'outside'; slot: PlacedSlot };

/** What may be right, but deserves a look: no minute to change rooms, a talk over a common pause, a day without event. */
export function slotWarnings(slots: readonly PlacedSlot[], days: readonly Temporal.PlainDate[]): SlotWarning[] {
  const warnings: SlotWarning[] = [];
  for (const slot of slots) {
    if (days.length > 0 && !days.some((day) => day.equals(slot.starts.toPlainDate())))
      warnings.push({ kind: 'outside', slot });
    for (const other of slots) {
      if (other === slot) continue;
      if (slot.roomId !== null && other.roomId === null && overlap(slot, other))
        warnings.push({ kind: 'during_pause', slot, pause: other });
      if (!slot.ends.equals(other.starts) || slot.roomId === other.roomId || other.roomId === null) continue;
      for (const { key, name } of slot.speakers)
        if (slot.roomId !== null && other.speakers.some((speaker) => speaker.key === key))
          warnings.push({ kind: 'no_time_to_move', name, from: slot, to: other });
    }
  }
  return warnings;
}
