import { z } from 'zod';

/** The job that tells a WebSub hub that feeds changed; its work is in `websub.ts`. */
export const websubPing = {
  name: 'publishing.ping-websub',
  lane: 'quick',
  retries: 6,
  payload: z.object({
    /** Addresses of the feeds, without the hub's own. */
    feeds: z.array(z.string()),
  }),
} as const;
