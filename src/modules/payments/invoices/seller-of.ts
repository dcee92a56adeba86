import { readHubSettings } from '#modules/hub/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { vatWords } from '../domain/vat-rules.ts';
import { readPaymentSettings } from '../queries/payment-settings.ts';
import type { Seller } from './seller.ts';

/** Terms that the law asks on an invoice to a professional (code de commerce, art. L441-9, L441-10 and D441-5). */
function termsOf(days: number): string {
  const when = days === 0 ? 'Paiement à réception.' : `Paiement sous ${days} jours.`;
  return `${when} Pas d’escompte pour paiement anticipé. Pour un professionnel, un retard entraîne des pénalités au taux de trois fois l’intérêt légal et une indemnité de 40 € pour frais de recouvrement.`;
}

/** The hub as its papers present it today, from the settings of payments, completed with those of the hub. */
export async function sellerOf(work: CommandContext): Promise<{ seller: Seller; paymentDays: number }> {
  const [hub, settings] = [await readHubSettings(work.db, work.hubId), await readPaymentSettings(work.db)];
  const place = [hub?.street, [hub?.postcode, hub?.city].filter(Boolean).join(' ')].filter(Boolean).join('\n');
  const paymentDays = settings?.paymentDays ?? 30;
  const rule = settings?.vatRule ?? 'franchise';
  return {
    paymentDays,
    seller: {
      name: settings?.sellerName || hub?.legal.publisher || hub?.name || '',
      address: settings?.sellerAddress || place,
      siren: settings?.siren || hub?.legal.siren || '',
      trainingNumber: settings?.trainingNumber ?? '',
      email: hub?.email ?? '',
      phone: hub?.phone ?? '',
      vatWords: rule === 'other' ? (settings?.vatWords ?? '') : vatWords[rule],
      terms: termsOf(paymentDays),
      words: settings?.invoiceWords ?? '',
      accountHolder: settings?.accountHolder ?? '',
      iban: settings?.iban ?? '',
      bic: settings?.bic ?? '',
    },
  };
}
