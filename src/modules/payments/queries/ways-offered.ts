import type { Reader } from '#platform/db/database.ts';
import { offeredWays } from '../domain/offered-ways.ts';
import type { Way } from '../domain/ways.ts';
import { hasAccount } from '../online/account-of.ts';
import { readPaymentSettings } from './payment-settings.ts';

/** Those of these ways that the hub has set up; by card, only on a site in https. */
export async function waysOffered(db: Reader, allowed: readonly string[], origin: string): Promise<Way[]> {
  const settings = await readPaymentSettings(db);
  return offeredWays(allowed as readonly Way[], {
    hasAccount: hasAccount(settings),
    isSecure: origin.startsWith('https://'),
    iban: settings?.iban ?? '',
    chequeOrder: settings?.chequeOrder ?? '',
    takesOnSite: settings?.takesOnSite ?? true,
  });
}
