import { z } from 'zod';

/** The address of a site as people type it: « pole.example » gets its https://; empty is left empty. */
export const webAddress = z
  .string()
  .trim()
  .max(1000, 'Cette adresse est trop longue.')
  .transform((text) => (text && !/^[a-z][a-z0-9+.-]*:/i.test(text) ? `https://${text}` : text))
  .refine(
    (text) => text === '' || /^https?:\/\/[^\s/]+\.[^\s]+$/.test(text),
    'Cette adresse ne semble pas être celle d’un site.',
  );
