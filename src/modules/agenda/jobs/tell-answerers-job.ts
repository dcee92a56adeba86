import { z } from 'zod';

/** Writes to whoever answered a poll the way back to her answer; the work is in `tell-answerers.ts`. */
export const tellAnswerer = {
  name: 'agenda.thank-answerer',
  lane: 'quick',
  retries: 5,
  payload: z.object({ id: z.uuid() }),
} as const;

/** Writes to all who answered a poll which date was kept. */
export const tellAnswerers = {
  name: 'agenda.tell-answerers',
  lane: 'quick',
  retries: 5,
  payload: z.object({ id: z.uuid() }),
} as const;
