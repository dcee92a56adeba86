import { isSituation, reach } from '#modules/hub/index.ts';
import { z } from 'zod';

export const askerName = z
  .string()
  .trim()
  .min(2, 'Dites-nous comment vous vous appelez.')
  .max(100, 'Le nom tient en 100 caractères.');

export const question = z
  .string()
  .trim()
  .min(3, 'Écrivez votre message : quelques mots suffisent.')
  .max(5000, 'C’est trop long : 5 000 caractères au plus.');

/** Who asks, as the doors of the site name it; anything else is nobody in particular. */
export const situation = z
  .string()
  .nullable()
  .default(null)
  .transform((text) => (text && isSituation(text) ? text : null));

export const referrerName = z.string().trim().max(80, 'Quelques mots suffisent : 80 caractères au plus.').default('');

/** A word or two to find requests again. */
export const tag = z.string().trim().toLowerCase().min(1).max(40, 'Une étiquette tient en 40 caractères.');

export const tags = z
  .array(tag)
  .max(12, 'Douze étiquettes au plus.')
  .transform((all) => [...new Set(all)]);

export const messageText = z
  .string()
  .trim()
  .min(1, 'Écrivez quelques mots.')
  .max(10_000, 'C’est trop long : 10 000 caractères au plus.');

export const requestIds = z.array(z.uuid()).min(1, 'Cochez au moins une demande.').max(500);

/** The version of the request a form was filled from; left out by what does not come from a form. */
export const versionRead = z.coerce.number().int().positive().optional();

export { reach };
