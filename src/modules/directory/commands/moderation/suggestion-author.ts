import { z } from 'zod';
import { checkEmail } from '../../domain/contact-values.ts';

/** Who proposes, when they say so. Nothing is required: a correction is worth the same from a stranger. */
export const suggestionAuthor = z.object({
  name: z.string().trim().max(120).default(''),
  email: z
    .string()
    .trim()
    .max(254)
    .default('')
    .transform((value, context) => {
      const checked = checkEmail(value);
      if (checked.kind === 'invalid') context.addIssue({ code: 'custom', message: checked.message });
      return checked.kind === 'valid' ? checked.value : '';
    }),
  phone: z.string().trim().max(40).default(''),
});
export type SuggestionAuthor = z.output<typeof suggestionAuthor>;
