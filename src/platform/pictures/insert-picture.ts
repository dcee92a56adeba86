import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { CommandContext } from '../context/context.ts';

/** What a command that keeps a picture takes of it: drawn files, and what is said of them. */
export const drawnPicture = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  variants: z.array(
    z.object({ format: z.enum(['avif', 'webp', 'jpeg']), width: z.int(), height: z.int(), key: z.string() }),
  ),
  bytes: z.int(),
});

export const pictureWords = z.object({
  alternative: z.string().trim().max(300, 'La description tient en 300 caractères.'),
  credit: z.string().trim().max(120, 'Le crédit tient en 120 caractères.'),
  visibility: z.enum(['public', 'members', 'staff']),
});

/** Writes the row of a picture whose files are stored, and gives its id. */
export async function insertPicture(
  work: CommandContext,
  picture: z.output<typeof drawnPicture> & z.output<typeof pictureWords>,
): Promise<string> {
  const id = work.newId();
  const { width, height, variants, alternative, credit, visibility, bytes } = picture;
  await work.db
    .execute(sql`insert into stored_images (id, width, height, variants, alternative, credit, visibility, bytes, created_by, created_at)
    values (${id}, ${width}, ${height}, ${JSON.stringify(variants)}::jsonb, ${alternative}, ${credit}, ${visibility}, ${bytes},
      ${work.actor?.personId ?? null}, ${work.now().toString()})`);
  return id;
}
