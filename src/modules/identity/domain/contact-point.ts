import { normaliseEmail } from './email-address.ts';

export type ContactKind = 'email' | 'phone' | 'postal';

/** The form in which two spellings of one address or number are the same. */
export function normaliseContact(kind: ContactKind, value: string): string {
  if (kind === 'email') return normaliseEmail(value);
  if (kind === 'phone') return normalisePhone(value);
  return value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim();
}

// Numbers typed without a country code are French: 02 99… becomes +33299….
function normalisePhone(value: string): string {
  const digits = value.replace(/\(0\)/, '').replace(/[^\d+]/g, '');
  if (digits.startsWith('+')) return digits;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  return digits.startsWith('0') ? `+33${digits.slice(1)}` : digits;
}
