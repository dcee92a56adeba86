import type { PaymentLinks } from '#modules/payments/index.ts';
import type { MembershipLinks } from './links.ts';

/** What memberships need of the application. */
export interface MembershipDependencies {
  readonly links: MembershipLinks;
  readonly payments: PaymentLinks;
}
