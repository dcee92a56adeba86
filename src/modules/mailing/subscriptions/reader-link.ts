import type { SignedIds } from '#platform/secrets/signed-ids.ts';
import { subscriptionPaths } from '../reader-paths.ts';

/** What the private links of readers are signed for. */
export const readerPurpose = 'newsletter reader';

/** What the links of letters are signed for: a letter is forwarded, so its link shows choices, and nothing else held of her. */
export const choicesPurpose = 'newsletter choices';

/** Path of the page where a reader confirms, chooses, pauses and stops. */
export function readerPath(links: SignedIds, hubId: string, subscriberId: string): string {
  return subscriptionPaths.reader(links.write(readerPurpose, hubId, subscriberId));
}

/** The same page from a letter she received: her choices, without what is held of her. */
export function choicesPath(links: SignedIds, hubId: string, subscriberId: string): string {
  return subscriptionPaths.reader(links.write(choicesPurpose, hubId, subscriberId));
}
