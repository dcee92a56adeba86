import { z } from 'zod';

/** The job that draws the file of an invoice just issued; its work is in `draw-invoice.ts`. */
export const drawInvoiceJob = {
  name: 'payments.draw-invoice',
  lane: 'quick',
  retries: 5,
  payload: z.object({ id: z.uuid() }),
} as const;
