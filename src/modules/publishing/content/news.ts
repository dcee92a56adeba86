import { z } from 'zod';

/** What a news item speaks of; each has its own feeds. */
export const newsTopics = ['hub-life', 'territory', 'network', 'training', 'funding', 'jobs', 'press'] as const;
export type NewsTopic = (typeof newsTopics)[number];

export const newsContent = z.object({
  topic: z.enum(newsTopics).default('hub-life'),
  /** The structure that speaks, when it is not in the directory. */
  speaker: z.string().trim().max(120, 'Le nom tient en 120 caractères.').default(''),
  /** Said aloud in twenty seconds; empty, it is made from the brief. */
  radio: z.string().trim().max(600, 'Une brève radio tient en 600 caractères.').default(''),
  /** Where to read more, elsewhere. */
  link: z
    .string()
    .trim()
    .max(1000)
    .refine((value) => value === '' || /^https?:\/\//.test(value), 'Écrivez une adresse complète : https://…')
    .default(''),
  /** Kept on top of the list until this day (ISO date). */
  pinnedUntil: z.iso.date().nullable().default(null),
});
