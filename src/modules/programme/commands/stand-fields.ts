import { z } from 'zod';

const text = (most: number, message: string) => z.string().trim().max(most, message).default('');
const number = (most: number) => z.int('Un nombre entier.').min(0, 'Un nombre entier.').max(most, `${most} au plus.`);

/** An address or nothing. */
export const optionalEmail = z
  .string()
  .trim()
  .max(254, 'Cette adresse est trop longue.')
  .refine((address) => address === '' || z.email().safeParse(address).success, 'Cette adresse ne semble pas complète.')
  .default('');

export const optionalPhone = z
  .string()
  .trim()
  .max(40, 'Ce numéro est trop long.')
  .refine((phone) => phone === '' || (phone.match(/\d/g)?.length ?? 0) >= 6, 'Ce numéro ne semble pas complet.')
  .default('');

/** What a structure says of the stand it would hold, and of what it needs. */
export const standWishes = z.object({
  name: z.string().trim().min(1, 'Dites qui tient le stand.').max(160, 'Ce nom tient en 160 caractères.'),
  activity: text(600, 'Ce texte tient en 600 caractères.'),
  places: z.int('Un nombre entier.').min(1, 'Un emplacement au moins.').max(20, '20 au plus.').default(1),
  tables: number(20).default(1),
  chairs: number(50).default(2),
  needsSocket: z.boolean().default(false),
  needsWall: z.boolean().default(false),
  needsNote: text(600, 'Ce texte tient en 600 caractères.'),
  contactName: text(120, 'Ce nom tient en 120 caractères.'),
  email: optionalEmail,
  phone: optionalPhone,
});

/** What the team adds. */
export const standPlacing = z.object({
  zoneId: z.uuid().nullable().default(null),
  mark: text(20, 'Un repère court : B12.'),
});
