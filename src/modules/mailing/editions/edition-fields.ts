import { z } from 'zod';
import { webAddress } from '#platform/forms/web-address.ts';

/** What the employee writes of an edition. */
export const editionFields = z.object({
  title: z.string().trim().min(3, 'Donnez un titre à cette lettre.').max(200, '200 signes au plus.'),
  question: z.string().trim().min(3, 'Écrivez la question posée aux acteurs.').max(1000, '1 000 signes au plus.'),
  introduction: z.string().trim().max(2000, '2 000 signes au plus.').default(''),
  closesOn: z.custom<Temporal.PlainDate>((value) => value instanceof Temporal.PlainDate, 'Choisissez un jour.'),
});

/** What an actor writes. */
export const contributionFields = z.object({
  authorName: z.string().trim().max(200, '200 signes au plus.').default(''),
  structureName: z.string().trim().min(2, 'Dites au nom de quelle structure.').max(200, '200 signes au plus.'),
  title: z.string().trim().min(3, 'Dites votre nouvelle en quelques mots.').max(200, '200 signes au plus.'),
  body: z.string().trim().min(10, 'Racontez en une phrase au moins.').max(2000, '2 000 signes au plus.'),
  href: webAddress,
});
export type ContributionFields = z.output<typeof contributionFields>;
