import type { MapTiles } from '#platform/config/fields.ts';
import type { Ports } from '#platform/context/ports.ts';
import type { Territory } from '#ui/relief/landscapes.ts';

/** What the directory knows of the hub it serves. */
export interface HubLook {
  /** Hue and motif of the hub's landscapes. */
  readonly land: Territory;
  readonly name: string;
  /** INSEE codes of the municipalities of its territory; empty when it has none. */
  readonly municipalities: readonly string[];
}

/** What the directory needs from the application. */
export interface DirectoryDependencies {
  readonly hubLook: (hubId: string) => Promise<HubLook>;
  readonly mapTiles: MapTiles;
  /** Where uploaded photos are redrawn and kept. */
  readonly ports: Pick<Ports, 'files' | 'images'>;
  /** Public address of a hub's site, without a final slash: written in mails. */
  readonly originOf: (hubId: string) => Promise<string>;
}
