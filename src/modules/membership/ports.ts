import type { PaymentLinks } from '#modules/payments/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { ThreadEntry, ThreadSubject } from '#platform/contributions/module.ts';
import type { Ports } from '#platform/context/ports.ts';
import type { GatewayReceived } from '#platform/payment-gateway/payment-gateway.ts';
import type { MembershipLinks } from './links.ts';

/** What memberships need of the application. */
export interface MembershipDependencies {
  readonly links: MembershipLinks;
  readonly payments: PaymentLinks;
  /** The logo of the hub, for papers. */
  readonly ports: Pick<Ports, 'files'>;
}

/** What the pages and jobs around memberships need besides: money that came by itself, and what happened with a member. */
export interface MembershipSurroundings extends MembershipDependencies {
  /** What came by the hub's own forms at HelloAsso since a day; null without account. */
  readonly receivedOnline: (
    ctx: Pick<Context, 'db'>,
    since: Temporal.PlainDate,
  ) => Promise<readonly GatewayReceived[] | null>;
  /** All that happened with a member, as every module tells it. */
  readonly thread: (ctx: Context, about: ThreadSubject) => Promise<ThreadEntry[]>;
}
