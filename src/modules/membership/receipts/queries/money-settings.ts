import { readHubSettings } from '#modules/hub/index.ts';
import type { Reader } from '#platform/db/database.ts';
import type { ReceiptIssuer } from '../domain/issuer.ts';
import { membershipMoneySettings } from '../tables.ts';

export type MoneySettings = typeof membershipMoneySettings.$inferSelect;

/** What a hub that chose nothing goes by. */
const untouched = {
  version: 0,
  receiptStatus: 'none',
  duesAreGifts: false,
  returnsAcknowledgedAt: null,
  returnsAcknowledgedBy: '',
  returnsAcknowledgedById: null,
  object: '',
  signatory: '',
  signatoryRole: '',
  place: '',
  accountBank: '512000',
  accountCheques: '511200',
  accountCash: '530000',
  accountOnline: '517000',
  accountDues: '756000',
  accountGifts: '754100',
} as const;

export async function moneySettings(db: Reader): Promise<Omit<MoneySettings, 'hubId' | 'updatedAt'>> {
  const [row] = await db.select().from(membershipMoneySettings);
  return row ?? untouched;
}

/** The hub as a tax receipt presents it today. */
export async function receiptIssuer(db: Reader, hubId: string): Promise<ReceiptIssuer> {
  const [hub, settings] = [await readHubSettings(db, hubId), await moneySettings(db)];
  return {
    name: hub?.legal.publisher || hub?.name || '',
    address: [hub?.street, [hub?.postcode, hub?.city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    siren: hub?.legal.siren ?? '',
    rna: hub?.legal.rna ?? '',
    object: settings.object,
    status: settings.receiptStatus,
    signatory: settings.signatory,
    signatoryRole: settings.signatoryRole,
    place: settings.place || (hub?.city ?? ''),
  };
}
