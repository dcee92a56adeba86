import { z } from 'zod';
import { readKeywords } from '../domain/keywords.ts';

/** What is said of a photo besides what it shows and who took it. */
export const photoFacts = z.object({
  takenOn: z.union([z.null(), z.iso.date('Cette date n’existe pas.')]).default(null),
  occasion: z.string().trim().max(160, 'L’occasion tient en 160 caractères.').default(''),
  place: z.string().trim().max(160, 'Le lieu tient en 160 caractères.').default(''),
  keywords: z
    .union([
      z.array(z.string()).transform((words) => readKeywords(words.join(','))),
      z.string().transform(readKeywords),
    ])
    .default([]),
  isForPress: z.boolean().default(false),
  rightsNote: z.string().trim().max(500, 'La note tient en 500 caractères.').default(''),
});
