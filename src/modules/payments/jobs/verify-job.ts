import { z } from 'zod';

/** The job that reads a checkout again; its work is in `verify.ts`. What it is given are hints, never facts. */
export const verifyJob = {
  name: 'payments.verify',
  lane: 'quick',
  retries: 6,
  payload: z.object({
    checkoutId: z.uuid().optional(),
    providerId: z.int().positive().optional(),
    orderId: z.int().positive().optional(),
    paymentId: z.int().positive().optional(),
  }),
} as const;
