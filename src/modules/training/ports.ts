import type { RegistrationSeam } from '#modules/agenda/index.ts';
import type { RegistrationDependencies } from '#modules/registration/index.ts';
import type { PaymentLinks } from '#modules/payments/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import type { SignedIds } from '#platform/secrets/signed-ids.ts';
import type { Territory } from '#ui/relief/landscapes.ts';

/** A structure of the directory, as trainings name it. */
export interface NamedOrganization {
  id: string;
  name: string;
  path: string;
}

/** What trainings need from the application, which knows every module. */
export interface TrainingDependencies {
  readonly hubLook: (hubId: string) => Promise<{ land: Territory; name: string }>;
  /** Public address of a hub's site, without a final slash. */
  readonly originOf: (hubId: string) => Promise<string>;
  readonly files: FileStore;
  /** Where a request comes from; never to be kept. */
  readonly clientIp: (exchange: Exchange) => string;
  readonly organizations: {
    /** Published structures only. */
    named: (ctx: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, NamedOrganization>>;
    byNames: (ctx: Context, names: readonly string[]) => Promise<ReadonlyMap<string, NamedOrganization>>;
  };
  readonly themes: (ctx: Context) => Promise<readonly { id: string; label: string; depth: number }[]>;
  /** Doors of the hub: whom a course speaks to. */
  readonly audiences: (ctx: Context) => Promise<readonly { tag: string; label: string }[]>;
  /** Private links of those who answer without an account. */
  readonly links: SignedIds;
  readonly registration: RegistrationSeam;
  readonly registrations: RegistrationDependencies;
  readonly paymentLinks: PaymentLinks;
}
