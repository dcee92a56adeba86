import { createHmac } from 'node:crypto';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { payPath } from './paths.ts';

/** The private ways to what is owed. */
export interface PaymentLinks {
  /** Secret of the page `/payer/<secret>` of a charge. */
  secretOf(hubId: string, chargeId: string): string;
  /** Path of the page of a charge. */
  payPath(hubId: string, chargeId: string): string;
  /** Secret of the address that HelloAsso notifies for a hub. */
  notificationSecret(hubId: string): string;
}

/** Derives secrets from the secret of the installation: the database keeps hashes only, and any mail may say the link. */
export function openPaymentLinks(secret: string): PaymentLinks {
  const derived = (what: string, ...parts: string[]): string =>
    createHmac('sha256', secret)
      .update(['payments', what, ...parts].join('\n'))
      .digest('base64url');
  const secretOf = (hubId: string, chargeId: string): string => derived('charge', hubId, chargeId);
  return {
    secretOf,
    payPath: (hubId, chargeId) => payPath(secretOf(hubId, chargeId)),
    notificationSecret: (hubId) => derived('notifications', hubId),
  };
}

/** What is kept of the secret of a charge. */
export const chargeHash = (secret: string): string => hashSecret(`charge\n${secret}`);
