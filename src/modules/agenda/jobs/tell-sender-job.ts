import { z } from 'zod';

/** The job that writes to whoever proposed an event; its work is in `tell-sender.ts`. */
export const tellSender = {
  name: 'agenda.tell-sender',
  lane: 'quick',
  retries: 5,
  payload: z.object({ id: z.uuid() }),
} as const;
