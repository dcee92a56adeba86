import { z } from 'zod';
import { linkKinds } from '../../domain/organization-draft.ts';
import { isTargetKey, type TargetKey } from '../../domain/import/column-targets.ts';
import type { Mapping } from '../../domain/import/mapping.ts';

const target = z
  .string()
  .refine(isTargetKey, 'Choisissez une des réponses proposées.')
  .transform((key) => key as TargetKey);

/** What the columns mean, and how the rows are brought in. Plain JSON, remembered by source. */
export const importMapping = z.object({
  columns: z
    .array(
      z.object({
        column: z.string().max(500),
        target,
        separator: z.string().min(1).max(10).optional(),
        trueWords: z.array(z.string().max(60)).max(20).optional(),
        tag: z.string().max(200).optional(),
        slot: z.object({ day: z.int().min(0).max(6), half: z.enum(['morning', 'afternoon']).optional() }).optional(),
        network: z.enum(linkKinds).optional(),
        dictionary: z
          .array(z.tuple([z.string(), z.string().nullable()]))
          .max(500)
          .optional(),
      }),
    )
    .max(400)
    .refine(
      (columns) => columns.some((column) => column.target === 'name'),
      'Dites quelle colonne donne le nom des structures.',
    ),
  constants: z
    .array(z.object({ target, value: z.string().max(200) }))
    .max(50)
    .default([]),
  /** Adds the themes of the list that the hub does not have. */
  createsThemes: z.boolean().default(false),
  /** Leaves the new sheets as drafts. */
  asDrafts: z.boolean().default(false),
});
export type ImportMapping = z.output<typeof importMapping>;

/** The part that the reading of rows needs. */
export const columnsOf = ({ columns, constants }: ImportMapping): Mapping => ({ columns, constants });
