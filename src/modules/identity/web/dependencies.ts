import type { Context as HonoContext } from 'hono';
import type { VNode } from 'preact';
import type { AccountEntry } from '#platform/contributions/module.ts';
import type { Context } from '#platform/context/context.ts';
import type { Exchange, WebEnv } from '#platform/http/exchange.ts';
import type { TryLimiter } from '#platform/rate-limit/try-limiter.ts';
import type { PersonalDataSource } from '../queries/held-data.ts';
import type { Vault } from '../security/vault.ts';

/** What other modules show on the page of a person. */
export interface PersonSections {
  /** Before all else: who she is at a glance. */
  readonly lead: VNode;
  readonly main: VNode;
  readonly side: VNode;
}

/** What this module needs from the application. */
export interface IdentityDependencies {
  /** Seals the second factors. */
  readonly vault: Vault;
  /** Counts tries to sign in. */
  readonly limiter: TryLimiter;
  /** Where a request comes from, as the application establishes it. */
  readonly clientIp: (http: HonoContext<WebEnv>) => string;
  /** Whether the hub asks a second factor of its staff. */
  readonly staffNeedsSecondFactor: (ctx: Context) => Promise<boolean>;
  /** What all modules hold about a person; this one's own last. */
  readonly personalData: PersonalDataSource;
  /** What the other modules keep for somebody signed in. */
  readonly accountEntries: (ctx: Context) => Promise<readonly AccountEntry[]>;
  readonly personSections: (exchange: Exchange, personId: string) => Promise<PersonSections>;
}
