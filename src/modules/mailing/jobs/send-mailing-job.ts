import { z } from 'zod';

/** The job that sends copies of one mailing for a while; its work is in `send-mailing.ts`. */
export const sendMailing = {
  name: 'mailing.send',
  lane: 'long',
  // Run again each minute as long as something waits: see `keep-going.ts`.
  retries: 0,
  payload: z.object({ mailingId: z.uuid() }),
} as const;
