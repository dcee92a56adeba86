import type { MapTiles } from '#platform/config/fields.ts';
import type { Context } from '#platform/context/context.ts';
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

/** A news item of a structure, as its sheet names it. */
export interface TitledNews {
  readonly title: string;
  readonly path: string;
  readonly publishedAt: Temporal.Instant;
}

/** An event that a structure organises, as its sheet names it. */
export interface TitledEvent {
  readonly title: string;
  readonly path: string;
  /** « mercredi 18 mars, de 14 h à 16 h » */
  readonly when: string;
}

/** What the directory needs from the application. */
export interface DirectoryDependencies {
  readonly hubLook: (hubId: string) => Promise<HubLook>;
  readonly mapTiles: MapTiles;
  /** Where uploaded photos are redrawn and kept. */
  readonly ports: Pick<Ports, 'files' | 'images'>;
  /** The latest news that a structure tells, newest first; none without a module that publishes. */
  readonly newsOf: (ctx: Context, organizationId: string) => Promise<readonly TitledNews[]>;
  /** What a structure organises next, soonest first; nothing without a module that keeps an agenda. */
  readonly eventsOf: (ctx: Context, organizationId: string) => Promise<readonly TitledEvent[]>;
  /** Public address of a hub's site, without a final slash: written in mails. */
  readonly originOf: (hubId: string) => Promise<string>;
}
