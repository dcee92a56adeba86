/** What a stand takes where it is put up. */
export interface StandNeeds {
  places: number;
  needsSocket: boolean;
  needsWall: boolean;
}

export interface ZoneRoom {
  places: number;
  sockets: number;
  walls: number;
}

/** What is left in a zone once these stands are there; never below zero unless the zone was made smaller. */
export function roomLeft(zone: ZoneRoom, stands: readonly StandNeeds[]): ZoneRoom {
  return {
    places: zone.places - stands.reduce((sum, { places }) => sum + places, 0),
    sockets: zone.sockets - stands.filter(({ needsSocket }) => needsSocket).length,
    walls: zone.walls - stands.filter(({ needsWall }) => needsWall).length,
  };
}

export type StandRefusal = 'zone_full' | 'no_socket_left' | 'no_wall_left';

/** Why a stand does not fit in a zone beside those already there. */
export function standRefusal(stand: StandNeeds, zone: ZoneRoom, there: readonly StandNeeds[]): StandRefusal | null {
  const left = roomLeft(zone, [...there, stand]);
  if (left.places < 0) return 'zone_full';
  if (stand.needsSocket && left.sockets < 0) return 'no_socket_left';
  if (stand.needsWall && left.walls < 0) return 'no_wall_left';
  return null;
}
