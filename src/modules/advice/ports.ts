import type { Context } from '#platform/context/context.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import type { AdviceLinks } from './links.ts';

/** What this module needs of the application. */
export interface AdviceDependencies {
  readonly links: AdviceLinks;
  /** Checks, resizes and stores a picture; its refusals carry a French message under the field `file`. */
  readonly keepImage: (ctx: Context, file: File, alternative: string) => Promise<Outcome<{ imageId: string }>>;
}
