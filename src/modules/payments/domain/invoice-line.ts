/** A line of what is owed: a label, how many, and the price of one in cents. A discount has a price below zero. */
export interface InvoiceLine {
  label: string;
  quantity: number;
  unitPrice: number;
}

/** The total of some lines, in cents. */
export function totalOf(lines: readonly InvoiceLine[]): number {
  return lines.reduce((total, line) => total + line.quantity * line.unitPrice, 0);
}

/** The most that may be asked at once, in cents. */
export const mostCharged = 100_000_000;
