import { z } from 'zod';

/** The job that tries the links of what is public; its work is in `check-links.ts`. */
export const checkLinks = {
  name: 'publishing.check-links',
  lane: 'long',
  retries: 2,
  payload: z.object({}),
} as const;
