import { z } from 'zod';

/** The job that sends a mailing to who writes it; its work is in `send-test.ts`. */
export const sendTestCopy = {
  name: 'mailing.send-test',
  lane: 'quick',
  retries: 0,
  payload: z.object({ mailingId: z.uuid(), address: z.email() }),
} as const;
