import { z } from 'zod';
import { emailAddress } from '#modules/identity/index.ts';

/** A name, never an advertisement: what is typed here goes in letters to others. */
export const personName = z
  .string()
  .trim()
  .min(2, 'Écrivez un prénom et un nom.')
  .max(100, 'Le nom tient en 100 caractères.')
  .refine((text) => !/https?:|www\.|[<>]|\/\//i.test(text), 'Écrivez un nom, sans adresse de site.')
  .transform((text) => text.replaceAll(/\s+/g, ' '));

const orNull = (text: unknown) => (typeof text === 'string' && text.trim() === '' ? null : text);

export const mailOrNull = z.preprocess(orNull, emailAddress.nullable()).default(null);

export const phoneLine = z
  .string()
  .trim()
  .max(40, 'Ce numéro est trop long.')
  .regex(/^$|^[+\d\s().-]{6,}$/, 'Écrivez un numéro de téléphone.')
  .default('');

/** What was typed of one person. */
export const typedPerson = z.object({
  name: personName,
  email: mailOrNull,
  phone: phoneLine,
  organization: z.string().trim().max(160, 'Ce nom tient en 160 caractères.').default(''),
  municipality: z.string().trim().max(120, 'Ce nom tient en 120 caractères.').default(''),
  seatKind: z.string().max(40).default(''),
  workshops: z.array(z.string().max(40)).max(24).default([]),
  priceKey: z.string().max(40).default(''),
  isMember: z.boolean().default(false),
  /** Texts of each field of the form, by key of the question. */
  answers: z.record(z.string().max(40), z.array(z.string().max(4000)).max(40)).default({}),
});

export type TypedPerson = z.output<typeof typedPerson>;

/** For whom, for what, and by which words. */
export const bookingFields = z.object({
  eventId: z.uuid(),
  /** The date; null for an event registered for as a whole. */
  occurrenceId: z.uuid().nullable().default(null),
  people: z.array(typedPerson).min(1, 'Inscrivez au moins une personne.').max(50, 'Cinquante personnes au plus.'),
  promoCode: z.string().trim().max(40, 'Un code tient en 40 caractères.').default(''),
  paymentWay: z.enum(['online', 'cheque', 'transfer', 'cash', 'on_site']).nullable().default(null),
});

export type BookingFields = z.output<typeof bookingFields>;
