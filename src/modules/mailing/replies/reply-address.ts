import { timingSafeEqual } from 'node:crypto';
import type { SignedIds } from '#platform/secrets/signed-ids.ts';

const purpose = 'mailing reply';
const hookPurpose = 'mailing replies';

const idBytes = 16;
// Enough that nobody guesses one through a mailbox, short enough for the 64 signs of a local part.
const signatureBytes = 10;
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** The address by which one copy is answered: `reponses+<its id, signed>@pole.example`. Letters of one case only, for servers lower them. */
export function replyAddress(links: SignedIds, hubId: string, mailbox: string, copyId: string): string {
  const at = mailbox.lastIndexOf('@');
  return `${mailbox.slice(0, at)}+${lettersOf(signed(links, hubId, copyId))}${mailbox.slice(at)}`;
}

/** The copy that an address answers; null when it was not written here, for this hub. */
export function copyAnswered(links: SignedIds, hubId: string, address: string): string | null {
  const letters = /\+([a-z2-7]{42})@/.exec(address.toLowerCase())?.[1];
  if (letters === undefined) return null;
  const bytes = bytesOf(letters);
  const id = bytes
    .subarray(0, idBytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return timingSafeEqual(bytes, signed(links, hubId, id)) ? id : null;
}

/** The secret of the address to which the mailbox of replies is forwarded: one a hub. */
export const replySecret = (links: SignedIds, hubId: string): string => links.write(hookPurpose, hubId, hubId);

export const isReplySecret = (links: SignedIds, hubId: string, text: string): boolean =>
  links.read(hookPurpose, hubId, text) === hubId;

function signed(links: SignedIds, hubId: string, copyId: string): Buffer {
  return Buffer.from(links.write(purpose, hubId, copyId), 'base64url').subarray(0, idBytes + signatureBytes);
}

function lettersOf(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

function bytesOf(letters: string): Buffer {
  const bits = [...letters].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
