import { z } from 'zod';
import { categories } from '#ui/theme/categories.ts';
import { blocks } from './blocks.ts';

/** The home: its blocks, and those that modules bring. Empty, it follows the modules. */
export const homeContent = z.object({ blocks });

export const pageContent = z.object({ blocks });

/** Tones a door may have. */
export const doorTones = [...categories, 'accent', 'deep', 'brand'] as const;

/** A way in for one reader: « vous êtes… » (profile) or « je veux… » (intent). */
export const doorContent = z.object({
  blocks,
  group: z.enum(['profile', 'intent']).default('profile'),
  /** What is tagged with it is gathered on its page. */
  tag: z
    .string()
    .trim()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Une étiquette s’écrit en minuscules, sans espace.')
    .max(60)
    .default('lecteur'),
  /** What the door says: « une association », « créer une coopérative ». */
  label: z.string().trim().max(80).default(''),
  promise: z.string().trim().max(120).default(''),
  tone: z.enum(doorTones).default('leaf'),
  position: z.int().min(0).max(1000).default(100),
});
