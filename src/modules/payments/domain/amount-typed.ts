/** An amount typed in euros, in cents: « 12,50 », « 1 234 € ». Null when it is no amount. */
export function amountTyped(text: string): number | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(bare)) return null;
  const [euros = '0', cents = ''] = bare.split('.');
  return Number(euros) * 100 + Number(cents.padEnd(2, '0'));
}
