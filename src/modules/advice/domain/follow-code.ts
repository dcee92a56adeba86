/** Letters that are not taken for one another, said on the phone or read on paper. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A code of twice four letters from random bytes: « KDRT-MBEW ». */
export function followCode(bytes: Uint8Array): string {
  const all = [...bytes.subarray(0, 8)].map((byte) => letters[byte % letters.length]).join('');
  return `${all.slice(0, 4)}-${all.slice(4)}`;
}

/** A code as it was typed, in the form it is kept; null when it cannot be one. */
export function readFollowCode(text: string): string | null {
  const typed = text.toUpperCase().replaceAll(/[^A-Z]/g, '');
  return typed.length === 8 ? `${typed.slice(0, 4)}-${typed.slice(4)}` : null;
}

/** Whether what somebody types is what was left with the request: her phone, her mail or her name. */
export function isLeftBy(typed: string, left: { name: string; email: string | null; phone: string | null }): boolean {
  const digits = lastDigits(typed);
  if (digits.length === 9) return left.phone !== null && lastDigits(left.phone) === digits;
  const plain = folded(typed);
  return plain.length > 1 && (plain === folded(left.name) || plain === left.email?.toLowerCase());
}

// « +33 6 39 98 00 00 » and « 06 39 98 00 00 » are one number.
const lastDigits = (text: string): string => text.replaceAll(/\D/g, '').slice(-9);
const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
