import type { FileStore } from '../files/file-store.ts';
import type { Geocoder } from '../geocoder/geocoder.ts';
import type { ImageMaker } from '../images/image-maker.ts';
import type { MailCarrier } from '../mail/mail-carrier.ts';
import type { Outbound } from '../outbound/outbound.ts';
import type { PaymentGateway } from '../payment-gateway/payment-gateway.ts';

/** The ways out of the process, used by jobs and by the routes that receive files. */
export interface Ports {
  readonly files: FileStore;
  readonly outbound: Outbound;
  readonly geocoder: Geocoder;
  readonly mail: MailCarrier;
  /** Draws one image at a time, in a process of its own: one for the whole program. */
  readonly images: ImageMaker;
  /** Payments by card, with the account of each hub. */
  readonly payments: PaymentGateway;
}
