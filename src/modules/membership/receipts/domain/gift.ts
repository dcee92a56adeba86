/** One application as far as its gift goes; amounts in cents. */
export interface GivenWith {
  readonly dues: number;
  readonly donation: number;
  readonly isAccepted: boolean;
}

/**
 * What of a payment is a gift. Donations always are; dues only where the hub brings nothing in return (a price of member,
 * an advertisement, are returns). Nothing for what was given back, whatever the rest says.
 */
export function giftOf(
  applications: readonly GivenWith[],
  { duesAreGifts, received, returned }: { duesAreGifts: boolean; received: number; returned: number },
): number {
  const given = applications
    .filter(({ isAccepted }) => isAccepted)
    .reduce((total, { dues, donation }) => total + donation + (duesAreGifts ? dues : 0), 0);
  const kept = Math.max(0, received - returned);
  const asked = applications.reduce((total, { dues, donation }) => total + dues + donation, 0);
  // Part of it went back: dues, which buy something, are taken as kept first.
  return Math.max(0, Math.min(given, kept - (asked - given)));
}

/**
 * Whether who pays is who applied: by her address when both are known, else by name. Who pays for somebody else reads
 * neither her page nor her answers, and his address is not shown to her.
 */
export function paysForHerself(
  payer: { email: string | null; name: string },
  applicant: { email: string | null; names: readonly string[] },
): boolean {
  if (payer.email !== null && applicant.email !== null)
    return payer.email.toLowerCase() === applicant.email.toLowerCase();
  return applicant.names.includes(payer.name);
}

/** « RF-2026-0042 ». */
export const taxReceiptNumber = ({ year, number }: { year: number; number: number }): string =>
  `RF-${year}-${String(number).padStart(4, '0')}`;
