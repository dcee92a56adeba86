import { z } from 'zod';

/** A mail address as it is compared and kept for signing in: trimmed, lower case. */
export function normaliseEmail(address: string): string {
  return address.normalize('NFKC').trim().toLowerCase();
}

/** A mail address typed in a form. */
export const emailAddress = z
  .string()
  .max(254, 'Cette adresse est trop longue.')
  .transform(normaliseEmail)
  .refine(
    (address) => z.email().safeParse(address).success,
    'Écrivez l’adresse en entier, comme « prenom@exemple.fr ».',
  );
