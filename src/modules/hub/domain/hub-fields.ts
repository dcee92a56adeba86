import { z } from 'zod';
import { frenchZones } from './hub-settings.ts';

/** A colour as the browser's colour field sends it. */
export const color = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'Choisissez une couleur, par exemple #006650.');

/** Free text that may be left empty. */
export const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `C’est trop long : ${longest} caractères au plus.`)
    .transform((text) => text || null);

export const hubName = z.string().trim().min(2, 'Donnez le nom du pôle.').max(120, 'Le nom tient en 120 caractères.');

export const optionalEmail = z
  .string()
  .trim()
  .toLowerCase()
  .refine(
    (text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text),
    'Cette adresse ne semble pas complète : il faut une arobase et un point.',
  )
  .transform((text) => text || null);

export const zone = z.enum(
  frenchZones.map((entry) => entry.zone) as [string, ...string[]],
  'Choisissez un fuseau de la liste.',
);

/** Name of the hub in addresses. */
export const slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?$/, 'Lettres sans accent, chiffres et tirets seulement.');

/** The version of the settings a form was filled from; left out by commands that do not come from a form. */
export const versionRead = z.coerce.number().int().positive().optional();

const emailShape = /^[^\s@,]+@[^\s@,]+\.[^\s@,]{2,}$/;
const phoneShape = /^\+?[\d .()/-]{6,30}$/;

/** How to reach somebody: a mail address or a phone number, in one field. */
export const reach = z
  .string()
  .trim()
  .min(1, 'Laissez une adresse e-mail ou un numéro, pour qu’on puisse vous répondre.')
  .max(254, 'Cette adresse est trop longue.')
  .refine(
    (text) => emailShape.test(text) || phoneShape.test(text),
    'Écrivez une adresse e-mail (prenom@exemple.fr) ou un numéro de téléphone.',
  )
  .transform((text) =>
    emailShape.test(text) ? { email: text.toLowerCase(), phone: null } : { email: null, phone: text },
  );
