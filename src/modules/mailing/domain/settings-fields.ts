import { z } from 'zod';
import { longestMailboxName } from './reply-mailbox.ts';

/** A mail address, or nothing. */
export const mailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.union([z.literal(''), z.email('Écrivez une adresse e-mail entière.')]));

/** The mailbox of replies: an address to whose name something may be added. */
export const repliesMailbox = mailAddress.refine((address) => /^(?:[^+]{1,20}@.*)?$/.test(address), {
  error: `Avant l’arobase, ${longestMailboxName} signes au plus, sans « + » : chaque message y ajoute le sien.`,
});
