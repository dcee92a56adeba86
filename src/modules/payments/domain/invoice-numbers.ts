/** Numbered papers: each kind has a series a year, without gap. */
export const invoiceKinds = ['invoice', 'credit_note', 'receipt'] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];

export const invoiceNames: Readonly<Record<InvoiceKind, string>> = {
  invoice: 'Facture',
  credit_note: 'Avoir',
  receipt: 'Reçu',
};

const letters: Readonly<Record<InvoiceKind, string>> = { invoice: 'F', credit_note: 'A', receipt: 'R' };

/** « F-2026-0042 ». */
export function invoiceNumber({ kind, year, number }: { kind: InvoiceKind; year: number; number: number }): string {
  return `${letters[kind]}-${year}-${String(number).padStart(4, '0')}`;
}
