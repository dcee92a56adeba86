import { createHmac, timingSafeEqual } from 'node:crypto';

/** Private links made of the id of a thing and a signature: nothing secret is kept in the database. */
export interface SignedIds {
  /** What stands in the address: 64 characters for one purpose, one hub and one id. */
  write(purpose: string, hubId: string, id: string): string;
  /** The id, when this was written here for this purpose and hub; else null. */
  read(purpose: string, hubId: string, text: string): string | null;
}

const idBytes = 16;
const signatureBytes = 32;

/** Signs with the secret of the installation. */
export function openSignedIds(secret: string): SignedIds {
  const sign = (purpose: string, hubId: string, id: string): Buffer =>
    createHmac('sha256', secret).update(`link ${purpose}\n${hubId}\n${id}`).digest();
  return {
    write: (purpose, hubId, id) =>
      Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), sign(purpose, hubId, id)]).toString('base64url'),
    read(purpose, hubId, text) {
      const bytes = Buffer.from(text, 'base64url');
      if (bytes.length !== idBytes + signatureBytes || bytes.toString('base64url') !== text) return null;
      const id = bytes
        .subarray(0, idBytes)
        .toString('hex')
        .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
      return timingSafeEqual(bytes.subarray(idBytes), sign(purpose, hubId, id)) ? id : null;
    },
  };
}
