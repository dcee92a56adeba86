import { z } from 'zod';
import { emailAddress } from '#modules/identity/index.ts';
import { mostCharged } from '#modules/payments/index.ts';

const line = (most: number) => z.string().trim().max(most, `C’est trop long : ${most} caractères au plus.`).default('');
const orNull = (text: unknown) => (typeof text === 'string' && text.trim() === '' ? null : text);

/** A name goes in letters to others: never an advertisement. */
const name = (most: number) =>
  line(most).refine((text) => !/https?:|www\.|[<>]|\/\//i.test(text), 'Écrivez un nom, sans adresse de site.');

export const mailOrNull = z.preprocess(orNull, emailAddress.nullable()).default(null);

export const phoneLine = line(40).refine(
  (text) => /^$|^[+\d\s().-]{6,}$/.test(text),
  'Écrivez un numéro de téléphone.',
);

const sirenLine = z
  .string()
  .default('')
  .transform((text) => text.replaceAll(/\D/g, ''))
  .refine((text) => /^(\d{9}|\d{14})?$/.test(text), 'Un numéro SIREN a 9 chiffres, un SIRET 14.');

const cents = z.int().min(0, 'Écrivez une somme.').max(mostCharged, 'Cette somme est trop grande.');

/** What a person or a structure says when she joins. No field of a form says what is owed: the server does. */
export const applicationFields = z.object({
  scaleId: z.uuid('Choisissez ce qui vous correspond.'),
  /** A sheet of the directory, when it is known. */
  organizationId: z.uuid().nullable().default(null),
  organizationName: name(200),
  siren: sirenLine,
  givenName: name(100),
  familyName: name(100),
  role: name(80),
  email: mailOrNull,
  phone: phoneLine,
  street: line(200),
  postcode: line(10),
  city: line(120),
  otherPeople: z
    .array(z.object({ givenName: name(100), familyName: name(100), role: name(80), email: mailOrNull }))
    .max(10, 'Dix personnes au plus.')
    .default([]),
  answers: z.record(z.string().max(40), z.string().max(4000)).default({}),
  budget: z
    .int('Écrivez un nombre d’euros.')
    .min(0)
    .max(2_000_000_000, 'Ce budget est trop grand.')
    .nullable()
    .default(null),
  staff: z.number('Écrivez un nombre.').min(0).max(999_999).nullable().default(null),
  /** A free amount, in cents. */
  chosen: cents.nullable().default(null),
  donation: cents.default(0),
  /** That what a reduced price asks for is true. */
  declares: z.boolean().default(false),
  acceptsCharter: z.boolean().default(false),
  wantsLetter: z.boolean().default(false),
  /** Who pays, when it is somebody else. */
  payer: z
    .object({ name: name(200), email: mailOrNull, address: line(400) })
    .nullable()
    .default(null),
  paymentWay: z.enum(['online', 'cheque', 'transfer', 'cash', 'on_site']).nullable().default(null),
  note: line(1000),
});
export type ApplicationFields = z.output<typeof applicationFields>;
