import { z } from 'zod';
import { fieldMessages } from '#platform/forms/field-messages.ts';

/** Who proposes, without an account: a mail or a phone is enough (TRA-04). */
export const senderFields = z
  .object({
    name: z.string().trim().min(1, 'Dites-nous votre nom.').max(120, 'Le nom tient en 120 caractères.'),
    email: z
      .string()
      .trim()
      .max(254, 'Cette adresse est trop longue.')
      .refine(
        (text) => text === '' || z.email().safeParse(text).success,
        'Écrivez une adresse complète, comme nom@exemple.fr, ou laissez vide.',
      ),
    phone: z
      .string()
      .trim()
      .regex(/^$|^[+\d][\d .()-]{5,29}$/, 'Écrivez un numéro, comme 02 61 91 00 00, ou laissez vide.'),
  })
  .superRefine(({ email, phone }, check) => {
    if (email === '' && phone === '')
      check.addIssue({ code: 'custom', path: ['email'], message: 'Laissez une adresse ou un téléphone.' });
  });
export type SenderFields = z.output<typeof senderFields>;

/** A place as people type it: one of ours when its name is known. */
export const placeFields = z.object({
  name: z.string().trim().max(160, 'Ce nom tient en 160 caractères.'),
  city: z.string().trim().max(160, 'Ce nom tient en 160 caractères.'),
});
export type PlaceFields = z.output<typeof placeFields>;

export const reasonField = z.string().trim().max(500, 'Cette explication tient en 500 caractères.').default('');

/** The same messages by field as the command would give, to show them all at once with those of the event. */
export function senderMessages(said: { name: string; email: string; phone: string }): Record<string, string> {
  const parsed = senderFields.safeParse(said);
  return parsed.success ? {} : fieldMessages(parsed.error);
}
