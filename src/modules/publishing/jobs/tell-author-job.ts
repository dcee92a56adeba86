import { z } from 'zod';

/** The job that writes to the author of a proposal; its work is in `tell-author.ts`. */
export const tellAuthor = {
  name: 'publishing.tell-author',
  lane: 'quick',
  retries: 5,
  payload: z.object({ id: z.uuid() }),
} as const;
