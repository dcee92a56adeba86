import type { Ports } from '#platform/context/ports.ts';
import type { SignedIds } from '#platform/secrets/signed-ids.ts';

/** What the programme of a large day needs from the application. */
export interface ProgrammeDependencies {
  readonly hubLook: (hubId: string) => Promise<{ name: string }>;
  /** Public address of a hub's site, without a final slash. */
  readonly originOf: (hubId: string) => Promise<string>;
  /** Private links to a stand asked for, to the shifts someone took. */
  readonly links: SignedIds;
  readonly ports: Pick<Ports, 'files'>;
}
