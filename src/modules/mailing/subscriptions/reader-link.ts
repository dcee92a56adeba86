import type { SignedIds } from '#platform/secrets/signed-ids.ts';
import { subscriptionPaths } from '../reader-paths.ts';

/** What the private links of readers are signed for. */
export const readerPurpose = 'newsletter reader';

/** Path of the page where a reader confirms, chooses, pauses and stops. */
export function readerPath(links: SignedIds, hubId: string, subscriberId: string): string {
  return subscriptionPaths.reader(links.write(readerPurpose, hubId, subscriberId));
}
