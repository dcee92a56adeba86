import type { Ports } from '#platform/context/ports.ts';
import type { PaymentGateway } from '#platform/payment-gateway/payment-gateway.ts';
import type { PaymentLinks } from './links.ts';

/** Seals what must be read again but never lie open in the database. */
export interface SecretBox {
  seal(text: string): Promise<string>;
  open(sealed: string): Promise<string>;
}

/** What this module needs of the application. */
export interface PaymentDependencies {
  readonly links: PaymentLinks;
  readonly vault: SecretBox;
  readonly gateway: PaymentGateway;
  readonly ports: Pick<Ports, 'files'>;
  /** Public address of a hub's site, without a final slash. */
  readonly originOf: (hubId: string) => Promise<string>;
}
