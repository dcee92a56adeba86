import type { CommandContext } from '#platform/context/context.ts';
import { standRefusal, type StandNeeds, type StandRefusal } from '../domain/stand-rules.ts';
import { readStands, readZones } from '../queries/stored-programme.ts';

/** Why a stand may not be accepted there; under the lock of the programme. */
export async function placeRefusal(
  work: CommandContext,
  eventId: string,
  stand: StandNeeds & { id: string; zoneId: string | null },
): Promise<{ reason: StandRefusal | 'zone_needed' | 'not_found'; fields: Record<string, string> } | null> {
  const zones = await readZones(work.db, eventId);
  if (stand.zoneId === null)
    // A hub that drew no zone counts nothing.
    return zones.length === 0 ? null : { reason: 'zone_needed', fields: { zoneId: 'Dites où il s’installe.' } };
  const zone = zones.find(({ id }) => id === stand.zoneId);
  if (!zone) return { reason: 'not_found', fields: { zoneId: 'Cette zone n’existe plus.' } };
  const there = (await readStands(work.db, eventId)).filter(
    (other) => other.zoneId === zone.id && other.state === 'accepted' && other.id !== stand.id,
  );
  const reason = standRefusal(stand, zone, there);
  return reason && { reason, fields: { zoneId: placeProblems[reason] } };
}

const placeProblems: Readonly<Record<StandRefusal, string>> = {
  zone_full: 'Il ne reste pas assez d’emplacements dans cette zone.',
  no_socket_left: 'Il ne reste plus de prise dans cette zone.',
  no_wall_left: 'Il ne reste plus de mur dans cette zone.',
};
