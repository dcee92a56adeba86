import type { Explained } from '../../../domain/self-check/walk.ts';

/** A yes is said plainly only when nothing is left in doubt. */
export function titleOf({ result, doubts }: Explained): string {
  return doubts.length > 0 ? result.titleInDoubt : result.title;
}
