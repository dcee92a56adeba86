import type { KeyFigure } from '#platform/contributions/module.ts';
import type { Context } from '#platform/context/context.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';

/** A hub to open, and the first person who will run it. */
export interface NewHub {
  name: string;
  slug: string;
  firstEmployee: { givenName: string; familyName: string; email: string | null };
}

/** A capability that a hub may leave out. */
export interface SwitchableModule {
  name: string;
  label: string;
  text: string;
}

/** What the hub's pages need from the application, which knows every module. */
export interface HubDependencies {
  /** Counts that modules bring; none rather than a zero that says nothing. */
  readonly keyFigures: (ctx: Context) => Promise<readonly KeyFigure[]>;
  /** Whether some module answers at this path: a door to nowhere is not drawn. */
  readonly isServed: (path: string) => boolean;
  /** Checks, resizes and stores a picture; its refusals carry a French message under the field `file`. */
  readonly keepImage: (ctx: Context, file: File, alternative: string) => Promise<Outcome<{ imageId: string }>>;
  /** Creates a hub with its first employee, and answers the path of her one-time sign-in link in that hub. */
  readonly openHub: (ctx: Context, hub: NewHub) => Promise<Outcome<{ hubId: string; path: string }>>;
  /** The same actor and request in another hub of the installation. */
  readonly contextIn: (ctx: Context, hubId: string) => Context | Promise<Context>;
  /** Names of people of the hub, by id. */
  readonly personNames: (ctx: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly switchableModules: readonly SwitchableModule[];
  /** True when mails are kept because no SMTP server is set. */
  readonly localOutbox: boolean;
}
