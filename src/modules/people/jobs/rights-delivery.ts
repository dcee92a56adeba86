import { z } from 'zod';

/** The job that mails links to what is held about someone; its work is in `send-rights-links.ts`. */
export const rightsDelivery = {
  name: 'people.send-rights-links',
  lane: 'quick',
  retries: 3,
  payload: z.object({ id: z.uuid() }),
} as const;
