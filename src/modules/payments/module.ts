import type { Module } from '#platform/contributions/module.ts';
import { drawInvoices } from './jobs/draw-invoice.ts';
import { forgetNotices } from './jobs/forget-notices.ts';
import { reconcile } from './jobs/reconcile.ts';
import { verify } from './jobs/verify.ts';
import { paths } from './paths.ts';
import { paymentsPersonalData } from './personal-data.ts';
import { keepers } from './policy.ts';
import type { PaymentDependencies } from './ports.ts';
import { paymentsTodo } from './queries/todo.ts';
import { paymentConditions } from './queries/segment-conditions.ts';
import { officeRoutes } from './web/office/routes.ts';
import { publicRoutes } from './web/public/routes.ts';
import { paymentsThread } from './queries/thread.ts';
import { paymentsProcessing } from './processing.ts';

/** What is owed to the hub and what came in: by card, cheque, transfer or on the spot, with numbered papers. */
export function paymentsModule(deps: PaymentDependencies): Module {
  return {
    name: 'payments',
    routes(routes) {
      officeRoutes(routes, deps);
      publicRoutes(routes, deps);
    },
    officeNavigation: [{ label: 'Paiements', path: paths.list, order: 32, roles: keepers, icon: 'check' }],
    jobs: [verify(deps.vault), reconcile(deps.vault), forgetNotices, drawInvoices(deps)],
    todo: paymentsTodo,
    segmentConditions: paymentConditions,
    thread: paymentsThread,
    processing: paymentsProcessing,
    personalData: paymentsPersonalData,
  };
}
