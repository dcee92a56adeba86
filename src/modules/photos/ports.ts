import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import type { PhotoUse } from '#platform/contributions/module.ts';

export type { PhotoUse };

/** What the photo bank needs from the application. */
export interface PhotosDependencies {
  readonly ports: Pick<Ports, 'files' | 'images'>;
  /** Public address of a hub's site, without a final slash: written in mails. */
  readonly originOf: (hubId: string) => Promise<string>;
  readonly hubName: (hubId: string) => Promise<string>;
  /** Where these photos are used, by all modules. */
  readonly uses: (ctx: Context, imageIds: readonly string[]) => Promise<PhotoUse[]>;
}
