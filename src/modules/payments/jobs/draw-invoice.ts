import { job } from '#platform/jobs/job.ts';
import { invoiceFile, type PaperDependencies } from '../invoices/keep-file.ts';
import { drawInvoiceJob } from './draw-invoice-job.ts';

/** Draws the file of an invoice just issued, unless somebody who could not wait had it drawn. */
export const drawInvoices = (deps: PaperDependencies) =>
  job<typeof drawInvoiceJob.payload, unknown>({
    ...drawInvoiceJob,
    async run(ctx, { id }) {
      await invoiceFile({ ...ctx, actor: null }, deps, id);
    },
  });
