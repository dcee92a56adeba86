import { z } from 'zod';
import { job } from '#platform/jobs/job.ts';
import { GatewayRefused } from '#platform/payment-gateway/payment-gateway.ts';
import type { MembershipSurroundings } from '../ports.ts';
import { takeOnline } from '../reconciliation/take-online.ts';

/** Each night: what came by the hub's own forms at HelloAsso waits in the box, what went back is taken back. */
export const readOnline = (deps: Pick<MembershipSurroundings, 'receivedOnline'>) =>
  job({
    name: 'membership.read-online',
    lane: 'long',
    payload: z.object({}),
    // HelloAsso may be down: it is asked again.
    retries: 3,
    async run(ctx) {
      try {
        const taken = await takeOnline(ctx, deps);
        if (taken) ctx.log.info({ hub: ctx.hubId, ...taken }, 'own forms of HelloAsso read');
      } catch (error) {
        // The account says no: asking again changes nothing, the settings of payments tell it.
        if (!(error instanceof GatewayRefused)) throw error;
        ctx.log.warn({ hub: ctx.hubId, error }, 'own forms of HelloAsso refused');
      }
    },
  });
