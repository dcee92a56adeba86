import { createHash, randomInt } from 'node:crypto';

/** What is kept of a six-digit code: bound to its row, so that one table of a million hashes opens nothing. */
export function hashCode(rowId: string, code: string): string {
  return createHash('sha256').update(`${rowId}\n${code}`).digest('base64url');
}

/** Six digits. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

// Without letters and digits that are read one for another.
const paperAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A code to keep on paper: `xxxx-xxxx-xxxx`, about 59 bits. */
export function newRecoveryCode(): string {
  return inGroups(Array.from({ length: 12 }, () => paperAlphabet[randomInt(paperAlphabet.length)] ?? '').join(''));
}

/** A recovery code as typed: capitals, spaces and missing dashes forgiven. */
export function readRecoveryCode(typed: string): string {
  return inGroups(typed.toLowerCase().replace(/[^a-z0-9]/g, ''));
}

const inGroups = (signs: string) => signs.match(/.{1,4}/g)?.join('-') ?? '';
