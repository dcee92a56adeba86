import type { PaymentLinks } from '#modules/payments/index.ts';
import type { Ports } from '#platform/context/ports.ts';
import type { MembershipLinks } from './links.ts';

/** What memberships need of the application. */
export interface MembershipDependencies {
  readonly links: MembershipLinks;
  readonly payments: PaymentLinks;
  /** The logo of the hub, for papers. */
  readonly ports: Pick<Ports, 'files'>;
}
