/** What one pays, by status: member, job seeker, small association, solidarity… */
export interface Price {
  readonly key: string;
  readonly label: string;
  readonly cents: number;
  /** Choosing it says that one is a member. */
  readonly isMember: boolean;
}

/** A word that lowers the price of each person: by a share, or by an amount. */
export interface PromoCode {
  readonly code: string;
  readonly label: string;
  /** Whole percents, 1 to 100; null: an amount instead. */
  readonly percent: number | null;
  readonly cents: number | null;
}

/** The code someone typed, whatever its case and spaces. */
export function promoTyped(codes: readonly PromoCode[], typed: string): PromoCode | null {
  const wanted = comparable(typed);
  return wanted === '' ? null : (codes.find(({ code }) => comparable(code) === wanted) ?? null);
}

const comparable = (code: string): string => code.replaceAll(/\s+/g, '').toLocaleUpperCase('fr');

/** What one person pays, in cents: never under zero; half a cent is left to her. */
export function priceAfter(cents: number, promo: PromoCode | null): number {
  if (!promo) return cents;
  const off = promo.percent === null ? (promo.cents ?? 0) : Math.ceil((cents * promo.percent) / 100);
  return Math.max(0, cents - off);
}

/** An amount as typed: « 12 », « 12,50 », « 12.5 € »; null when it is not one. */
export function centsTyped(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(plain)) return null;
  const [euros = '0', decimals = ''] = plain.split('.');
  return Number(euros) * 100 + Number(decimals.padEnd(2, '0'));
}
