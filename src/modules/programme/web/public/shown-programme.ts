import { namedOrganizations } from '#modules/directory/index.ts';
import type { Context } from '#platform/context/context.ts';
import { readRooms, readSlots, readStands, type StoredRoom, type StoredStand } from '../../queries/stored-programme.ts';
import type { ShownSlot } from './slot-list.tsx';

/** A stand as everyone sees it. */
export type ShownStand = Pick<StoredStand, 'id' | 'name' | 'activity' | 'mark'> & {
  zoneId: string | null;
  path: string | null;
};

/** What everyone reads of a programme: no contact of anybody. */
export async function shownProgramme(
  ctx: Context,
  eventId: string,
): Promise<{ slots: ShownSlot[]; rooms: StoredRoom[]; stands: ShownStand[] }> {
  const [slots, rooms, stands] = await Promise.all([
    readSlots(ctx.db, eventId),
    readRooms(ctx.db, eventId),
    readStands(ctx.db, eventId),
  ]);
  const accepted = stands.filter(({ state }) => state === 'accepted');
  const ids = [
    ...slots.flatMap(({ speakers }) => speakers.flatMap(({ organizationId }) => organizationId ?? [])),
    ...accepted.flatMap(({ organizationId }) => organizationId ?? []),
  ];
  const named = await namedOrganizations(ctx.db, [...new Set(ids)]);
  const sheets = new Map([...named].map(([id, { path }]) => [id, path]));
  const roomNames = new Map(rooms.map(({ id, name }) => [id, name]));
  return {
    slots: slots.map((slot) => ({ ...slot, room: roomNames.get(slot.roomId ?? '') ?? '', sheets })),
    rooms,
    stands: accepted
      .map(({ id, name, activity, mark, zoneId, organizationId }) => ({
        id,
        name,
        activity,
        mark,
        zoneId,
        path: sheets.get(organizationId ?? '') ?? null,
      }))
      .sort((one, other) => one.name.localeCompare(other.name, 'fr')),
  };
}

/** Moments under the day they fall on, then under the hour they begin or their room. */
export function groupedSlots(
  slots: readonly ShownSlot[],
  keyOf: (slot: ShownSlot) => string,
): { day: Temporal.PlainDate; groups: { key: string; slots: ShownSlot[] }[] }[] {
  const days = Map.groupBy(slots, ({ starts }) => starts.toPlainDate().toString());
  return [...days].map(([day, ofDay]) => ({
    day: Temporal.PlainDate.from(day),
    groups: [...Map.groupBy(ofDay, keyOf)].map(([key, inGroup]) => ({ key, slots: inGroup })),
  }));
}
