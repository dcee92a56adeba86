import { z } from 'zod';

/** The job that publishes what was scheduled; its work is in `publish-due.ts`. */
export const publishDue = {
  name: 'publishing.publish-due',
  lane: 'quick',
  retries: 5,
  payload: z.object({}),
} as const;
