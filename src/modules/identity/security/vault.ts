import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';

/** Seals what must be read again but never lie open in the database. */
export interface Vault {
  seal(text: string): Promise<string>;
  open(sealed: string): Promise<string>;
}

/** A vault whose key is the installation's secret (XChaCha20-Poly1305). */
export function openVault(secret: string): Vault {
  const key = `essaim second factors\n${secret}`;
  return {
    seal: (data) => symmetricEncrypt({ key, data }),
    open: (data) => symmetricDecrypt({ key, data }),
  };
}
