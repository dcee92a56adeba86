import type { PaymentLinks } from '#modules/payments/index.ts';
import type { RegistrationLinks } from './links.ts';

/** What registrations need of the application. */
export interface RegistrationDependencies {
  readonly links: RegistrationLinks;
  readonly payments: PaymentLinks;
}
