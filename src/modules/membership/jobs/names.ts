import { z } from 'zod';

/** After dues were paid: the applications of this payer go on. Its work is in `settle-dues.ts`. */
export const settleDuesJob = {
  name: 'membership.settle-dues',
  lane: 'quick',
  retries: 8,
  payload: z.object({ payerId: z.uuid(), chargeId: z.uuid() }),
} as const;
