import { hashPassword as scrypt, verifyPassword as compare } from 'better-auth/crypto';

/** The slow, salted hash that is kept of a password (scrypt). */
export function hashPassword(password: string): Promise<string> {
  return scrypt(password.normalize('NFKC'));
}

/** Whether it is the password. Without a hash to compare with, it takes the same time and answers no. */
export async function isPassword(hash: string | null, password: string): Promise<boolean> {
  const matches = await compare({ hash: hash ?? nobodysHash, password: password.normalize('NFKC') });
  return hash !== null && matches;
}

// Hash of a random value that was thrown away.
const nobodysHash =
  '52834c211a54a56c82194ad4cae3e6ea:83a85b66e8ac5e69af631a53858beb8be9df0fbaf0c2c45f48e8cfd331d67e429b5baf93175ab92796f6d30cc068bd4cc2ca450ea7e1fa5c24ce59c1277ce616';
