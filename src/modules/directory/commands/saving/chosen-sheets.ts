import { z } from 'zod';

/** The sheets ticked in a list, or the one of a page. */
export const chosenSheets = z.object({
  ids: z
    .array(z.uuid())
    .min(1, 'Choisissez au moins une fiche.')
    .max(5000, 'Choisissez moins de 5 000 fiches à la fois.'),
});
